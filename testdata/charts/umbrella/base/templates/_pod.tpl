{{- define "base.spec" -}}
hostPID: true #! host-pid
automountServiceAccountToken: false
securityContext: {runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, seccompProfile: {type: RuntimeDefault}}
containers:
  - name: app
    image: {{ .Values.global.image }}
    resources: {requests: {cpu: 50m, memory: 64Mi}, limits: {memory: 64Mi}}
    securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
{{- end }}
