# METADATA
# title: secret stands in the manifest
# description: |
#   Goes by the name of an environment variable, and by the form of its value. Paths, addresses,
#   switches, references and examples are no secrets. Marks the name, as reports quote the line that
#   is marked.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/secrets-good-practices/
# custom:
#   severity: medium
#   category: hygiene
#   remediation: >-
#     Keep the value in a Secret, mount that as a file, and change the secret: whoever could read
#     this file knows it.
#   aliases: [env-var-secret, sensitiveContainerEnvVar, C-0012, C-0259]
package seaworthy.rules.secret_literal_in_env

import data.seaworthy.lib

findings contains lib.finding_below(container.path, ["env", i, "name"], message) if {
	some container in input.workload.containers
	some i, variable in container.object.env
	secret := lib.secret(variable.name, variable.value)
	message := sprintf("environment variable '%s' of %s holds %s", [variable.name, container.title, secret])
}
