# METADATA
# title: image is from a registry that is not allowed
# description: |
#   Silent while the parameter `registries` is empty, and where the text is no image reference, such
#   as `${IMAGE}`.
# related_resources:
#   - https://kubernetes.io/docs/concepts/containers/images/#image-names
# custom:
#   severity: medium
#   category: hygiene
#   remediation: "Take the image from an allowed registry, or add its place to 'registries'."
#   aliases:
#     - KSV-0125
#     - KSV-0032
#     - KSV-0033
#     - KSV-0034
#     - KSV-0035
#     - C-0001
#     - C-0078
#     - C-0253
#     - K8sAllowedRepos
#     - K8sAllowedReposv2
#     - restrict-image-registries
#   params:
#     registries:
#       description: >-
#         Where images may come from: registries, with as many folders as matter, such as
#         'registry.example.com' or 'docker.io/library'.
#       default: []
package seaworthy.rules.registry_not_allowed

import data.seaworthy.lib

findings contains lib.finding(image.path, message) if {
	count(input.params.registries) > 0
	some image in lib.images
	name := concat("/", [image.registry, image.repository])
	not is_allowed(name)
	message := sprintf("%s comes from '%s', which is not allowed", [image.title, name])
}

is_allowed(name) if {
	some prefix in input.params.registries
	lib.contains_path(prefix, name)
}
