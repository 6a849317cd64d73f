{{- define "recursive.loop" -}}
{{- include "recursive.loop" . -}}{{/* #! helm-render */}}
{{- end -}}
