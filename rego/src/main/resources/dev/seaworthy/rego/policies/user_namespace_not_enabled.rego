# METADATA
# title: root in the pod is root on the node
# description: |
#   Silent where no container may run as root, where the cluster cannot give the pod a user namespace
#   or its nodes are rootless, and where the pod needs what does not go with one: the node's
#   namespaces and raw block devices.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/
#   - https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/127-user-namespaces
# custom:
#   severity: low
#   category: identity
#   profile: strict
#   remediation: "Set 'hostUsers: false' for the pod, or run its containers as an ordinary user."
#   aliases: [HostUsers]
package seaworthy.rules.user_namespace_not_enabled

import data.seaworthy.lib

findings contains lib.finding(input.workload.security.hostUsers.path, message) if {
	input.cluster.userNamespaces
	input.workload.userNamespace == "host"
	count(roots) > 0
	not needs_node
	message := sprintf("%s may run as root of the node: the pod has no user namespace", [lib.names(roots)])
}

roots := [container |
	some container in lib.linux_containers
	not lib.is_never_root(container)
	not container.security.runAsNonRoot.value
]

needs_node if {
	some namespace in ["hostNetwork", "hostPID", "hostIPC"]
	input.workload.security[namespace].value
}

needs_node if {
	some container in input.workload.containers
	count(lib.list(container.object.volumeDevices)) > 0
}
