package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Finding;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretLiteralInEnvTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("secret-literal-in-env"));

  private List<Finding> findings(String name, String value) {
    return rule.findings(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              env:
                - name: '%s'
                  value: '%s'
        """
            .formatted(name, value));
  }

  @Test
  void marksTheNameInContainersOfAllTypes() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: migrate
              env:
                - name: DB_PASSWORD #! 'DB_PASSWORD' of init container 'migrate' holds a secret as a literal
                  value: hunter2
          containers:
            - name: app
              env:
                - {name: LOG_LEVEL, value: debug}
                - {name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
                - value: "c29tZXRoaW5n"
                  name: SESSION_SECRET #! 'SESSION_SECRET' of container 'app'
          ephemeralContainers:
            - name: debug
              env: [{name: API_TOKEN, value: 4b2e7a}] #! ephemeral container 'debug'
        """);
  }

  @Test
  void neverShowsTheValue() {
    assertThat(findings("DB_PASSWORD", "hunter2"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.toString()).doesNotContain("hunter2"));
    assertThat(findings("DATABASE_URL", "postgres://shop:hunter2@db/shop"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.toString()).doesNotContain("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PASSWORD",
        "password",
        "DB_PASSWORD",
        "dbPassword",
        "db.password",
        "PGPASSWORD",
        "MYSQL_ROOT_PASSWORD",
        "REDIS_PASS",
        "ADMIN_PWD",
        "KEY_PASSPHRASE",
        "CLIENT_SECRET",
        "clientSecret",
        "TLS_CLIENT_SECRET",
        "SECRET_KEY",
        "SECRET_KEY_BASE",
        "AWS_SECRET_ACCESS_KEY",
        "API_KEY",
        "APIKEY",
        "stripeApiKey",
        "ENCRYPTION_KEY",
        "AZURE_STORAGE_KEY",
        "GITHUB_TOKEN",
        "registry-token",
        "TOKEN_2",
        "OIDC_SECRET1",
        "LDAP_CREDENTIALS"
      })
  void knowsNamesOfSecrets(String name) {
    assertThat(findings(name, "s3cr3t-Value")).hasSize(1);
    assertThat(findings(name, "12345678")).hasSize(1);
    assertThat(findings(name, "/run/secrets/value")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PASSWORD_FILE",
        "PASSWORD_PATH",
        "SECRET_NAME",
        "SECRET_REF",
        "secretName",
        "TOKEN_TTL",
        "TOKEN_EXPIRY",
        "PASSWORD_MIN_LENGTH",
        "PASSWORD_HASH_ROUNDS",
        "SECRET_COUNT",
        "SECRETS_PROVIDER",
        "TOKEN_URL",
        "TOKEN_ISSUER",
        "API_KEY_HEADER",
        "MAX_TOKENS",
        "MAX_TOKEN",
        "IMAGE_PULL_SECRET",
        "WEBHOOK_TLS_SECRET",
        "ETCD_INITIAL_CLUSTER_TOKEN",
        "AWS_ACCESS_KEY_ID",
        "PUBLIC_KEY",
        "CACHE_KEY",
        "PARTITION_KEY",
        "KEY",
        "MONKEY",
        "BYPASS",
        "COMPASS",
        "PWD",
        "OLDPWD",
        "TOKENIZER",
        "AUTHOR"
      })
  void leavesOtherNamesAlone(String name) {
    assertThat(findings(name, "s3cr3t-Value")).isEmpty();
    assertThat(findings(name, "12345678")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "true",
        "False",
        "yes",
        "1",
        "15m",
        "required",
        "/etc/app/password",
        "./token",
        "C:\\secrets\\token",
        "secrets/token.txt",
        "https://vault.example/v1/secret",
        "postgres://db.example:5432/shop",
        "$(DB_PASSWORD)",
        "prefix-$(DB_PASSWORD)",
        "${DB_PASSWORD}",
        "$DB_PASSWORD",
        "{{ .Values.password }}",
        "vault:secret/data/db#password",
        "ref+awsssm://shop/password",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db",
        "projects/shop/secrets/db/versions/latest",
        "ENC[AES256_GCM,data:abc,type:str]",
        "changeme",
        "CHANGE_ME",
        "change-it",
        "<password>",
        "__PASSWORD__",
        "@@PASSWORD@@",
        "your-password-here",
        "INSERT_TOKEN",
        "REPLACE_WITH_TOKEN",
        "placeholder",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "xxxxxxxx",
        "********",
        "none",
        "TODO",
        "DB_PASSWORD",
        "SOME_OTHER_KEY",
        "shop-db-credentials",
        "web-tls"
      })
  void someValuesAreNoSecrets(String value) {
    assertThat(findings("DB_PASSWORD", value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres",
        "password",
        "123456",
        "p@ss/word",
        "a=b",
        "pa$word",
        "super-secret-key",
        "correct horse battery staple",
        "YWRtaW46YWRtaW4="
      })
  void weakValuesAreSecretsAllTheSame(String value) {
    assertThat(findings("DB_PASSWORD", value)).hasSize(1);
  }

  @Test
  void knowsFormsOfSecretsWhateverTheName() {
    String hex = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    String letters = hex.replaceAll("[^a-f]", "x");
    // put together here, so that no scanner takes this file for a leak
    assertThat(kind("-----BEGIN RSA PRIVATE " + "KEY-----")).isEqualTo("a private key");
    assertThat(kind("-----BEGIN PRIVATE " + "KEY-----")).isEqualTo("a private key");
    assertThat(kind("AGE-SECRET-" + "KEY-1" + "Q".repeat(58))).isEqualTo("an age private key");
    assertThat(kind("gh" + "p_" + hex.substring(0, 36))).isEqualTo("a GitHub token");
    assertThat(kind("github_" + "pat_" + hex)).isEqualTo("a GitHub token");
    assertThat(kind("gl" + "pat-" + hex.substring(0, 20))).isEqualTo("a GitLab token");
    assertThat(kind("xox" + "b-0123456789-abc")).isEqualTo("a Slack token");
    assertThat(kind("https://hooks.slack" + ".com/services/T01/B01/" + hex))
        .isEqualTo("a Slack webhook");
    assertThat(kind("sk_" + "live_" + hex.substring(0, 24))).isEqualTo("a Stripe key");
    assertThat(kind("AI" + "za" + hex.substring(0, 35))).isEqualTo("a Google API key");
    assertThat(kind("np" + "m_" + hex.substring(0, 36))).isEqualTo("an npm token");
    assertThat(kind("pypi-" + "AgE" + hex)).isEqualTo("a PyPI token");
    assertThat(kind("dckr_" + "pat_" + hex)).isEqualTo("a Docker Hub token");
    assertThat(kind("hv" + "s." + hex)).isEqualTo("a Vault token");
    assertThat(kind("S" + "G." + hex.substring(0, 22) + "." + hex.substring(0, 43)))
        .isEqualTo("a SendGrid key");
    assertThat(kind("sk-" + "ant-" + hex)).isEqualTo("an API key of a language model");
    assertThat(kind("h" + "f_" + letters)).isEqualTo("a Hugging Face token");
    assertThat(kind("do" + "p_v1_" + hex)).isEqualTo("a DigitalOcean token");
    assertThat(kind("ey" + "JhbGciOiJIUzI1NiJ9.ey" + "JzdWIiOiJzaG9wIn0." + hex))
        .isEqualTo("a JSON web token");
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://shop:hunter2@db.example:5432/shop, a URL with a password",
    "'amqp://guest:guest@one:5672,two:5672', a URL with a password",
    "jdbc:mysql://db/shop?user=shop&password=hunter2, a setting with a password",
    "Server=db;User Id=shop;Password=hunter2;, a setting with a password",
    "-Djavax.net.ssl.keyStorePassword=hunter2 -Xmx1g, a setting with a password"
  })
  void findsPasswordsInsideOfValues(String value, String kind) {
    assertThat(kind(value)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://shop@db/shop",
        "postgres://shop:$(DB_PASSWORD)@db/shop",
        "postgres://shop:<password>@db/shop",
        "http://localhost:8080/users/@me",
        "https://example.com/a:b@c",
        "Server=db;Password=${DB_PASSWORD};",
        "-DkeyStorePasswordFile=/run/pass -DkeyStorePassword=file:/run/pass",
        "https://shop.example/login?password=",
        "--requirepass=no",
        "the token is read from a file"
      })
  void leavesOtherValuesAlone(String value) {
    assertThat(findings("SETTING", value)).isEmpty();
  }

  @Test
  void isSilentAboutEntriesThatAreNoText() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              env:
                - {name: DB_PASSWORD}
                - {name: DB_PASSWORD, value: null}
                - {name: DB_PASSWORD, value: {nested: text}}
                - {value: unnamed}
                - null
            - {name: other, env: null}
        """);
  }

  /** What the rule calls the value of a variable that is not named like a secret. */
  private String kind(String value) {
    List<Finding> findings = findings("SETTING", value);
    assertThat(findings).as(value).hasSize(1);
    return findings
        .get(0)
        .message()
        .replace("environment variable 'SETTING' of container 'app' holds ", "");
  }
}
