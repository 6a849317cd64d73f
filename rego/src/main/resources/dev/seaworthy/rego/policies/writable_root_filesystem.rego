# METADATA
# title: container can write to its root file system
# description: Silent on Windows, which needs a writable root file system.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   category: filesystem
#   remediation: >-
#     Set 'readOnlyRootFilesystem: true' and mount an 'emptyDir' where the software writes.
#   aliases:
#     - KSV-0014
#     - CKV_K8S_22
#     - C-0017
#     - C-0211
#     - no-read-only-root-fs
#     - notReadOnlyRootFilesystem
#     - ReadOnlyRootFilesystem
#     - container-security-context-readonlyrootfilesystem
#     - K8sPSPReadOnlyRootFilesystem
#     - require-ro-rootfs
package seaworthy.rules.writable_root_filesystem

import data.seaworthy.lib

findings contains lib.finding(container.security.readOnlyRootFilesystem.path, message) if {
	some container in lib.linux_containers
	not container.security.readOnlyRootFilesystem.value
	message := sprintf("%s can write to its root file system", [container.title])
}
