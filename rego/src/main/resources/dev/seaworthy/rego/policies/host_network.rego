# METADATA
# title: pod shares the node's network
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/
# custom:
#   severity: high
#   category: host
#   remediation: >-
#     Remove 'hostNetwork: true' and let a Service, an Ingress or a Gateway lead to the pod.
#   aliases:
#     - KSV-0009
#     - CKV_K8S_19
#     - C-0041
#     - hostNetworkSet
#     - HostNetwork
#     - K8sPSPHostNetworkingPorts
#     - disallow-host-namespaces
#   standards: [pss:baseline, cis:5.2.5]
package seaworthy.rules.host_network

import data.seaworthy.lib

findings contains lib.finding(shared.path, concat("", ["pod shares the node's network", reason])) if {
	shared := input.workload.security.hostNetwork
	shared.value
}

reason := ", as its host-process containers need" if {
	some container in input.workload.containers
	container.security.windows.hostProcess.value
} else := ""
