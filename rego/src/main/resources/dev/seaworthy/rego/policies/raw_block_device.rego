# METADATA
# title: container gets a volume as a raw device
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support
# custom:
#   severity: low
#   category: volume
#   profile: strict
#   remediation: "Use a claim with 'volumeMode: Filesystem' and mount it."
package seaworthy.rules.raw_block_device

import data.seaworthy.lib

findings contains lib.finding_below(container.path, ["volumeDevices", i, "devicePath"], message) if {
	some container in input.workload.containers
	some i, device in container.object.volumeDevices
	is_object(device)
	message := sprintf("%s gets volume '%s' as a raw device, past the owners and modes of its files", [container.title, lib.text(device, "name")])
}
