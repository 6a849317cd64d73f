# METADATA
# title: volume is of a type that pods should not use
# description: |
#   Silent on `hostPath`, which has rules of its own, and on what is no type of volume.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/concepts/storage/volumes/
#   - https://github.com/kubernetes/kubernetes/issues/128885
# custom:
#   severity: low
#   category: volume
#   profile: strict
#   remediation: "Use a 'persistentVolumeClaim', or another of the allowed types."
#   aliases: [KSV-0028, K8sPSPVolumeTypes, K8sPSPFlexVolumes, restrict-volume-types]
#   standards: [pss:restricted]
#   params:
#     allowed:
#       description: "Types of volumes that pods may use."
#       default:
#         - configMap
#         - csi
#         - downwardAPI
#         - emptyDir
#         - ephemeral
#         - image
#         - persistentVolumeClaim
#         - projected
#         - secret
package seaworthy.rules.restricted_volume_type

import data.seaworthy.lib

findings contains lib.finding(array.concat(volume.path, [volume.source]), message) if {
	some volume in input.workload.volumes
	not volume.source in input.params.allowed
	consequence := consequences[volume.source]
	message := sprintf("volume '%s' is of type '%s', %s", [volume.name, volume.source, consequence])
}

consequences := object.union_n([
	{type: "which is not allowed" | some type in harmless},
	{type: "with which the pod picks storage past the cluster's classes and claims" | some type in direct},
	{
		"flexVolume": "whose driver runs as root on the node with options of the pod's choice",
		"gitRepo": "for which git runs as root on the node with an address of the pod's choice",
	},
])

harmless := {
	"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image",
	"persistentVolumeClaim", "projected", "secret",
}

direct := {
	"awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "fc", "flocker",
	"gcePersistentDisk", "glusterfs", "iscsi", "nfs", "photonPersistentDisk", "portworxVolume",
	"quobyte", "rbd", "scaleIO", "storageos", "vsphereVolume",
}
