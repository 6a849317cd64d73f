# METADATA
# title: pod can read secrets of the node
# description: |
#   Flags `hostPath` volumes by what can be read there, whether containers mount them read-only or
#   not. What a container can change is the matter of `writable-host-path-mount`.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
#   - https://kubernetes.io/docs/reference/node/kubelet-files/
#   - https://kubernetes.io/docs/setup/best-practices/certificates/
# custom:
#   severity: high
#   category: volume
#   remediation: >-
#     Mount only the file or folder that the pod needs, and ask the Kubernetes API instead of the
#     node where that is possible.
#   aliases: [KSV-0121, C-0020, sensitive-host-mounts, ProcMount]
#   standards: [pss:baseline]
package seaworthy.rules.sensitive_host_path

import data.seaworthy.lib

findings contains lib.finding(volume.hostPath.path, message) if {
	some volume in lib.host_path_volumes
	exposed := [exposure |
		some part in lib.shown_host_paths(volume)
		exposure := sprintf("%s, which %s", [lib.host_path_title(part), lib.host_path_gives(part, "read")])
	]
	message := sprintf("volume '%s' shows %s%s", [volume.name, exposed[0], lib.if_unmounted(volume)])
}
