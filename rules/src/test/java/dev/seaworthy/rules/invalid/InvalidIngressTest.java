package dev.seaworthy.rules.invalid;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidIngressTest {

  private final RuleTester rule = RuleTester.of(new InvalidIngress());

  @Test
  void flagsAnIngressWithNothingToRoute() {
    rule.check(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: x}
        spec: #! the ingress needs 'rules' or a 'defaultBackend'
          ingressClassName: nginx
        """);
  }

  @Test
  void flagsHostsThatAreNoNames() {
    rule.check(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: x}
        spec:
          tls:
            - hosts: [a.example.com, "*.example.com", "*"] #! host '*' is refused: '*' is a first part of its own only
          rules:
            - host: 192.0.2.1 #! host '192.0.2.1' is an address: a DNS name is needed
            - host: "*.example.com"
            - host: "a.*.example.com" #! host 'a.*.example.com' is refused: '*' is a first part of its own only
            - host: a.example.com:8080 #! host 'a.example.com:8080' is refused: lower-case letters, digits, '-' and '.' are allowed, with a letter or digit at both ends of each part
            - host: "${HOST}"
            - host: A.example.com #! host 'A.example.com' is refused: lower-case letters, digits, '-' and '.' are allowed, with a letter or digit at both ends of each part
        """);
  }

  @Test
  void flagsPathsThatAreNone() {
    rule.check(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: x}
        spec:
          rules:
            - http:
                paths:
                  - {path: web, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}} #! path 'web' does not start with '/'
                  - {path: /a//b, pathType: Exact, backend: {service: {name: web, port: {number: 80}}}} #! path '/a//b' holds '//', which 'Exact' never takes
                  - {path: /a/.., pathType: Exact, backend: {service: {name: web, port: {number: 80}}}} #! path '/a/..' holds '/..', which 'Exact' never takes
                  - {path: /a/%2F, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}} #! path '/a/%2F' holds '%2F', which 'Prefix' never takes
                  - {path: /a//b, pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
                  - {path: '^a', pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}} #! path '^a' does not start with '/'
                  - {pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
                  - {pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}} #! 'path' is needed where 'pathType' is 'Prefix'
                  - {pth: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
                  - {path: "${PATH}", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
        """);
  }

  @Test
  void flagsBackendsThatAreNoneOrTwo() {
    rule.check(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: x}
        spec:
          defaultBackend: {} #! the backend needs 'service' or 'resource'
          rules:
            - http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service: {name: web, port: {number: 80}}
                      resource: {kind: Bucket, name: a} #! the backend has both 'service' and 'resource': keep one
                  - path: /
                    pathType: Prefix
                    backend:
                      service: {name: web} #! the service of a backend needs a 'port'
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80, name: http}}} #! the port of a backend has both 'number' and 'name': keep one
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 0, name: http}}}
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web.prod, port: {number: 70000}}} #! service name 'web.prod' is refused: lower-case letters, digits and '-' are allowed, with a letter or digit at both ends #! 'number' 70000 is not from 1 to 65535
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web, port: {name: "80"}}} #! port name '80' is refused: lower-case letters, digits and single '-' between them are allowed, with at least one letter
        """);
  }

  @Test
  void flagsTwoClasses() {
    rule.check(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            kubernetes.io/ingress.class: nginx #! the annotation asks for the class 'nginx', and 'ingressClassName' for 'traefik': remove the annotation
        spec:
          ingressClassName: traefik
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """);
  }
}
