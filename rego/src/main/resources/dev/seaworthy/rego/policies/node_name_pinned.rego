# METADATA
# title: pod goes to a node past the scheduler
# description: |
#   Silent on pods that were read from a cluster, where the scheduler has filled in the name.
# related_resources:
#   - https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#nodename
#   - https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
# custom:
#   severity: low
#   category: scheduling
#   profile: strict
#   remediation: >-
#     Remove 'nodeName' and choose nodes by label, with 'nodeSelector' or node affinity.
#   aliases: [restrict-node-selection]
package seaworthy.rules.node_name_pinned

import data.seaworthy.lib

findings contains lib.finding_below(input.workload.path, ["nodeName"], message) if {
	name := input.workload.spec.nodeName
	is_string(name)
	name != ""
	not was_scheduled
	message := sprintf("pod goes to node '%s' past the scheduler and 'NoSchedule' taints", [name])
}

was_scheduled if {
	input.workload.kind == "Pod"
	input.object.metadata.uid
}
