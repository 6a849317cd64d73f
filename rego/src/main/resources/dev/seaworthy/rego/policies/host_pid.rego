# METADATA
# title: pod shares the node's process IDs
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/
# custom:
#   severity: high
#   category: host
#   remediation: >-
#     Remove 'hostPID: true'; to see the processes of the pod's own containers, use
#     'shareProcessNamespace: true'.
#   aliases:
#     - KSV-0010
#     - CKV_K8S_17
#     - C-0038
#     - C-0275
#     - hostPIDSet
#     - HostPID
#     - K8sPSPHostNamespace
#     - disallow-host-namespaces
#   standards: [pss:baseline, cis:5.2.3]
package seaworthy.rules.host_pid

import data.seaworthy.lib

findings contains lib.finding(shared.path, "pod shares the node's process IDs") if {
	shared := input.workload.security.hostPID
	shared.value
}
