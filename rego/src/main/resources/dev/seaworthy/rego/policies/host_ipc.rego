# METADATA
# title: pod shares the node's IPC namespace
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://man7.org/linux/man-pages/man7/ipc_namespaces.7.html
# custom:
#   severity: medium
#   category: host
#   remediation: "Remove 'hostIPC: true'; containers of one pod share memory without it."
#   aliases:
#     - KSV-0008
#     - CKV_K8S_18
#     - C-0038
#     - C-0276
#     - hostIPCSet
#     - HostIPC
#     - K8sPSPHostNamespace
#     - disallow-host-namespaces
#   standards: [pss:baseline, cis:5.2.4]
package seaworthy.rules.host_ipc

import data.seaworthy.lib

findings contains lib.finding(shared.path, "pod shares the node's IPC namespace") if {
	shared := input.workload.security.hostIPC
	shared.value
}
