{{/* Names */}}
{{- define "helpers.name" -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "helpers.labels" }}
app.kubernetes.io/name: {{ include "helpers.name" . }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
{{- end }}

{{/* Whether the sockets of the node are wanted: "true", or nothing */}}
{{- define "helpers.sockets" -}}
{{- if and .Values.sockets.enabled (eq "true" "true") }}true{{ end -}}
{{- end -}}

{{/* The image of something, or that of all; called with a dict */}}
{{- define "helpers.image" -}}
{{ .own | default .root.Values.image | quote }}
{{- end }}
