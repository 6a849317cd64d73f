# METADATA
# title: volume is a part of the node's file system
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   category: volume
#   remediation: >-
#     Use a volume that belongs to the pod, such as 'emptyDir', 'persistentVolumeClaim',
#     'configMap' or 'projected'.
#   aliases:
#     - KSV-0023
#     - KSV-0121
#     - C-0048
#     - sensitive-host-mounts
#     - hostPathSet
#     - ProcMount
#     - K8sPSPHostFilesystem
#     - disallow-host-path
#   standards: [pss:baseline]
package seaworthy.rules.host_path_volume

import data.seaworthy.lib

findings contains lib.finding_below(volume.path, ["hostPath"], message) if {
	some volume in lib.host_path_volumes
	message := sprintf("volume '%s' exposes %s%s", [volume.name, lib.host_path_title(volume.hostPath), lib.if_unmounted(volume)])
}
