# METADATA
# title: container takes a port of its node
# description: |
#   Silent in the node's network, where every port is one of the node: `host-network` says so once.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/concepts/configuration/overview/
# custom:
#   severity: medium
#   category: host
#   remediation: >-
#     Remove 'hostPort' and let a Service, an Ingress or a Gateway lead to the pod.
#   aliases:
#     - KSV-0024
#     - CKV_K8S_26
#     - C-0044
#     - hostPortSet
#     - K8sPSPHostNetworkingPorts
#     - disallow-host-ports
#     - disallow-host-ports-range
#   standards: [pss:baseline]
package seaworthy.rules.host_port

import data.seaworthy.lib

findings contains lib.finding_below(port.path, ["hostPort"], message) if {
	not input.workload.security.hostNetwork.value
	some port in lib.ports
	number := lib.integer(port.object.hostPort)

	# 0 means unset to the API server
	number != 0
	message := sprintf("%s takes port %d of its node", [port.containerTitle, number])
}
