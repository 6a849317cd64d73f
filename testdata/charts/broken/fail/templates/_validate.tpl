{{- define "fail.validate" -}}
{{- if gt (int .Values.replicas) 1 }}
  {{- fail "this chart supports one replica only" }}
{{- end }}
{{- end }}
