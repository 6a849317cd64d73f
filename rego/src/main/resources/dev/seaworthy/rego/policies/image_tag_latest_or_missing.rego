# METADATA
# title: image can change without notice
# description: |
#   Flags images without a digest that have no tag, or the tag `latest`. Silent where the text is no
#   image reference, such as `${IMAGE}`.
# related_resources:
#   - https://kubernetes.io/docs/concepts/containers/images/#image-names
# custom:
#   severity: low
#   category: hygiene
#   remediation: "Name a version that stays what it is, such as ':1.4.2', or a digest."
#   aliases:
#     - latest-tag
#     - tagNotSpecified
#     - container-image-tag
#     - KSV-0013
#     - CKV_K8S_14
#     - K8sDisallowedTags
#     - disallow-latest-tag
package seaworthy.rules.image_tag_latest_or_missing

import data.seaworthy.lib

findings contains lib.finding(image.path, sprintf("%s has %s", [image.title, tag])) if {
	some image in lib.images
	image.digest == ""
	tag := {"": "no tag", "latest": "the tag 'latest'"}[image.tag]
}
