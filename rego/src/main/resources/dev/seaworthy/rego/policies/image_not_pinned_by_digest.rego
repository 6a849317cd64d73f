# METADATA
# title: image is not pinned by digest
# description: Silent where the text is no image reference, such as `${IMAGE}`.
# related_resources:
#   - https://kubernetes.io/docs/concepts/containers/images/#image-names
# custom:
#   severity: low
#   category: hygiene
#   profile: strict
#   remediation: "Add the digest of the image that was tested, such as ':1.4.2@sha256:...'."
#   aliases: [C-0306, CKV_K8S_43, K8sImageDigests, require-image-checksum]
package seaworthy.rules.image_not_pinned_by_digest

import data.seaworthy.lib

findings contains lib.finding(image.path, sprintf("%s has no digest", [image.title])) if {
	some image in lib.images
	image.digest == ""
}
