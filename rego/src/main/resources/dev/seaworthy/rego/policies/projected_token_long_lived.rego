# METADATA
# title: projected token is valid for long
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#serviceaccount-token-volume-projection
# custom:
#   severity: low
#   category: account
#   profile: strict
#   remediation: "Set a shorter 'expirationSeconds': the kubelet renews the token in time."
#   params:
#     maximum:
#       description: For how many seconds a token may be valid.
#       default: 86400
package seaworthy.rules.projected_token_long_lived

import data.seaworthy.lib

findings contains lib.finding_below(token.path, ["expirationSeconds"], message) if {
	some token in lib.projected_tokens
	seconds := token.object.expirationSeconds
	is_number(seconds)
	seconds > input.params.maximum
	message := sprintf("token '%s' of volume '%s' is valid for %d seconds, more than %d: whoever gets hold of it can use it as long", [lib.text(token.object, "path"), token.volume.name, seconds, input.params.maximum])
}
