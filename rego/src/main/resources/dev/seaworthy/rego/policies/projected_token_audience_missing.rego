# METADATA
# title: projected token is good for the API server
# description: |
#   Flags projected service account tokens without an audience. Silent where a container mounts them
#   where clients of the Kubernetes API look for their token.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#serviceaccount-token-volume-projection
# custom:
#   severity: info
#   category: account
#   profile: strict
#   remediation: "Set 'audience' to whom the token is for."
package seaworthy.rules.projected_token_audience_missing

import data.seaworthy.lib

findings contains lib.finding_below(token.path, ["audience"], message) if {
	some token in lib.projected_tokens
	object.get(token.object, "audience", "") in {"", null}
	not is_for_the_api(token.volume)
	message := sprintf("token '%s' of volume '%s' names no audience: whoever it is sent to can use the Kubernetes API with it", [lib.text(token.object, "path"), token.volume.name])
}

is_for_the_api(volume) if {
	some mount in volume.mounts
	trim_right(mount.mountPath, "/") in {
		"/var/run/secrets/kubernetes.io/serviceaccount",
		"/run/secrets/kubernetes.io/serviceaccount",
	}
}
