# METADATA
# title: pod may run on control-plane nodes
# related_resources:
#   - https://kubernetes.io/docs/reference/labels-annotations-taints/#node-role-kubernetes-io-control-plane-taint
#   - https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
# custom:
#   severity: low
#   category: scheduling
#   profile: strict
#   remediation: >-
#     Remove the toleration or the node selector; tolerate the taints of the nodes that are meant, by
#     key.
#   aliases: [restrict-controlplane-scheduling]
package seaworthy.rules.control_plane_toleration

import data.seaworthy.lib

# the taint's key is the label's as well
control_plane := {"node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master"}

findings contains lib.finding_below(input.workload.path, ["tolerations", i], message) if {
	some i, toleration in lib.list(input.workload.spec.tolerations)
	message := sprintf("pod %s", [tolerated(toleration)])
}

findings contains lib.finding_below(input.workload.path, ["nodeSelector", label], message) if {
	some label, _ in input.workload.spec.nodeSelector
	label in control_plane
	message := sprintf("pod is to run on nodes with label '%s', those of the control plane", [label])
}

findings contains lib.finding_below(input.workload.path, array.concat(affinity, ["nodeSelectorTerms", i, "matchExpressions", j, "key"]), message) if {
	required := input.workload.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution
	some i, term in lib.list(required.nodeSelectorTerms)
	some j, expression in lib.list(term.matchExpressions)
	expression.key in control_plane
	expression.operator in {"Exists", "In"}
	message := sprintf("pod is to run on nodes with label '%s', those of the control plane", [expression.key])
}

affinity := ["affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution"]

tolerated(toleration) := sprintf("tolerates taint '%s', so it may run beside the API server", [toleration.key]) if toleration.key in control_plane

else := "tolerates every taint, so it may run beside the API server" if {
	toleration.operator == "Exists"
	object.get(toleration, "key", "") in {"", null}
	object.get(toleration, "effect", "") in {"", "NoSchedule", null}
}
