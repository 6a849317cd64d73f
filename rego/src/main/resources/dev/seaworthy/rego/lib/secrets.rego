package seaworthy.lib

# METADATA
# description: |
#   What a setting gives away, such as `a GitHub token`; undefined if that is no secret. The form of
#   the value decides first, then the name. The answer never holds the value.
secret(name, value) := formats[0] if {
	formats := [format | some [pattern, format] in secret_formats; regex.match(pattern, value)]
	not is_example(value)
} else := "a URL with a password" if {
	is_literal(first_group(`[a-zA-Z][a-zA-Z0-9+.-]*://[^/@:\s]*:([^/@\s]+)@`, value))
} else := "a setting with a password" if {
	is_literal(first_group(`(?i)(?:password|passwd|pwd)=["']?([^&;,\s"']+)`, value))
} else := "a secret as a literal" if {
	names_secret(name)
	is_literal(value)
	value != name
}

first_group(pattern, text) := regex.find_all_string_submatch_n(pattern, text, 1)[0][1]

# as the issuers document them
secret_formats := [
	[`-----BEGIN [A-Z ]*PRIVATE KEY`, "a private key"],
	[`\bAGE-SECRET-KEY-1[A-Z0-9]{58}\b`, "an age private key"],
	[`\b(gh[opsur]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})`, "a GitHub token"],
	[`\bglpat-[A-Za-z0-9_-]{20}`, "a GitLab token"],
	[`\bxox[abeprs]-[A-Za-z0-9-]{10}`, "a Slack token"],
	[`https://hooks\.slack\.com/services/T[A-Z0-9]+/B[A-Z0-9]+/[A-Za-z0-9]+`, "a Slack webhook"],
	[`\b[rs]k_live_[A-Za-z0-9]{16}`, "a Stripe key"],
	[`\bAIza[A-Za-z0-9_-]{35}`, "a Google API key"],
	[`\bnpm_[A-Za-z0-9]{36}`, "an npm token"],
	[`\bpypi-AgE[A-Za-z0-9_-]{50}`, "a PyPI token"],
	[`\bdckr_pat_[A-Za-z0-9_-]{20}`, "a Docker Hub token"],
	[`\bhvs\.[A-Za-z0-9_-]{24}`, "a Vault token"],
	[`\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}`, "a SendGrid key"],
	[`\bsk-(ant-|proj-|svcacct-)[A-Za-z0-9_-]{20}`, "an API key of a language model"],
	[`\bhf_[A-Za-z]{34}`, "a Hugging Face token"],
	[`\bdop_v1_[a-f0-9]{64}`, "a DigitalOcean token"],
	[`\beyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{20}`, "a JSON web token"],
]

# METADATA
# description: |
#   Whether a name is that of a secret, such as `DB_PASSWORD`, `apiKey` or `token-2`. The last word
#   counts: `PASSWORD_FILE` is a file, `TOKEN_TTL` a time. A pull secret is the name of an object.
names_secret(name) if {
	words := lower(replace(replace(regex.replace(name, `([a-z0-9])([A-Z])`, "${1}_${2}"), "-", "_"), ".", "_"))
	regex.match(secret_names, words)
	not regex.match(`(^|_)((image|pull|registry|tls|cert|certificate|ca|existing|k8s|kube|kubernetes)_secret|(max|min|num|initial_cluster)_token)$`, words)
}

secret_names := concat("", [
	`(password|passwd|passphrase|secret|token|credentials?|(^|_)pass|_pwd|secret_key_base|`,
	`(^|_)(api|secret|secret_access|private|encryption|signing|master|auth|account|storage)_?key|(^|_)apikey)`,
	`(_?[0-9]+|_value|_base64|_b64)?$`,
])

# METADATA
# description: |
#   Whether text can be a secret itself: no switch, no time, no reference to another place and
#   no example.
is_literal(value) if {
	is_string(value)
	not regex.match(no_literal, value)
	not regex.match(reference, value)
	not is_example(value)
}

no_literal := `(?i)^\s*([01]|true|false|yes|no|on|off|enabled?|disabled?|required|optional|always|never|auto|[0-9]+(ms|[smhd]))?\s*$`

# a variable, a template, an address, an encrypted value, a path, a file or the name of an object
reference := concat("|", [
	`\$[({]`,
	`\{\{`,
	`^\$[A-Za-z_]`,
	`^[A-Za-z][A-Za-z0-9+.-]*://`,
	`^(vault|arn|ref\+[a-z0-9]+|env|file|sops|secretref):`,
	`^(projects/|ENC\[|@Microsoft\.KeyVault\()`,
	`^([~.]{0,2}|[A-Za-z]:)[/\\][\w./@\\-]*$`,
	`^[\w./-]+\.(json|pem|key|crt|txt|ya?ml|jks|p12|pfx|properties|conf)$`,
	`^[a-z0-9.-]+-(secrets?|tls|certs?|token|credentials|creds|auth)$`,
])

is_example(value) if regex.match(example, value)

example := concat("|", [
	`(?i:example|placeholder|redacted|dummy|change.?(me|it|this)|replace.?(me|this|with)|\b(your|insert)[-_ ])`,
	`^\s*(?i:todo|tbd|fixme|none|null|nil|undefined|n/?a|not.?(set|used|needed)|unused|fake|x{3,}|\*{3,}|\.{3,}|-+)\s*$`,
	`^(<.*>|\[.*\]|__.*__|@@.*@@)$`,
	`^[A-Z]+(_[A-Z0-9]+)+$`,
])
