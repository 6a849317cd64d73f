# METADATA
# title: containers of the pod see each other's processes
# description: |
#   Silent where one container runs alone, on Windows, and in the node's PID namespace, with which
#   the API server refuses the field.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/
# custom:
#   severity: low
#   category: privilege
#   profile: strict
#   remediation: >-
#     Remove 'shareProcessNamespace: true'; to look into a running container, attach an ephemeral one
#     with 'kubectl debug'.
package seaworthy.rules.shared_process_namespace

import data.seaworthy.lib

findings contains lib.finding(shared.path, message) if {
	shared := input.workload.security.shareProcessNamespace
	shared.value
	input.workload.os == "linux"
	not input.workload.security.hostPID.value
	count(neighbours) > 1
	message := sprintf("%s see each other's processes and, as the same user, each other's files", [lib.names(neighbours)])
}

# those that run at the same time
neighbours := [container |
	some container in input.workload.containers
	lasts(container)
]

lasts(container) if container.type != "initContainers"

lasts(container) if container.sidecar
