{{- define "helper.annotations" -}}
owner: {{ .owner.name }} #! helm-render
{{- end }}

{{- define "helper.account" -}}
apiVersion: v1
kind: ServiceAccount
metadata: {name: {{ .name }}, annotations: {{ include "helper.annotations" . | fromYaml | toJson }}}
automountServiceAccountToken: true #! service-account-object-automounts
{{- end }}
