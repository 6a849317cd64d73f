{{- define "hooks.hardened" -}}
restartPolicy: Never
automountServiceAccountToken: false
securityContext: {runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, seccompProfile: {type: RuntimeDefault}}
{{- end }}
{{- define "hooks.container" -}}
image: {{ .Values.image }}
resources: {requests: {cpu: 50m, memory: 64Mi}, limits: {memory: 64Mi}}
{{- end }}
