package dev.seaworthy.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  private static final Set<String> NUMBERS = Set.of("float", "int32", "int64");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          date-time | 2020-01-31T00:00:00Z  2020-01-01T00:00:00.123+01:00 2020-01-01T00:00:00,5Z | 2020-01-31 2020-13-01T00:00:00Z 2020-01-01T25:00:00Z 2020-01-01T00:00:00 2016-12-31T23:59:60Z
          datetime  | 2020-01-31T00:00:00Z | x
          date      | 2020-01-31 2024-02-29 | 2020-13-01 2023-02-29 2020-1-1
          duration  | 1h 1h30m 1.5h .5h -1h 1d 1w 0 1µs 3wk 10seconds 9minutes foo1h | 5 x 1y 1foo 3wks 1.d
          uuid      | 123e4567-e89b-12d3-a456-426614174000 123E4567E89B12D3A456426614174000 | 123e4567
          uuid3     | 6fa459ea-ee8a-3ca4-894e-db77e160355e | 6fa459ea-ee8a-4ca4-894e-db77e160355e
          uuid4     | 6fa459ea-ee8a-4ca4-894e-db77e160355e | 6fa459ea-ee8a-4ca4-094e-db77e160355e
          uuid5     | 6fa459ea-ee8a-5ca4-894e-db77e160355e | 6fa459ea-ee8a-3ca4-894e-db77e160355e
          ipv4      | 1.2.3.4 01.2.3.004 ::ffff:1.2.3.4 | 256.1.1.1 1.2.3 ::1
          ipv6      | ::1 ::ffff:1.2.3.4 1:2:3:4:5:6:7:8 | 1.2.3.4 g:: 1:2 fe80::1%eth0 [::1]
          ip        | 1.2.3.4 ::1 | example.org 1.2.3.4.5
          cidr      | 10.0.0.0/8 10.0.0.1/32 ::/0 | 10.0.0.0 10.0.0.0/33 ::/129 x/8 10.0.0.0/-1
          mac       | 01:23:45:67:89:ab 01-23-45-67-89-AB 0123.4567.89ab | 01:23:45:67:89 01:23:45-67:89:ab x
          uri       | http://a/b http://u@a:80/b?c=% urn:a:b a: /x * http://[::1]/ mailto:a@b | x a/b http://a:b/ http://[::1 /%zz http://a#f 1a:b
          email     | a@b.org a@b A<a@b.c> <a@b> | a a@ @b a@b. .a@b a..b@c za@b>
          hostname  | example.org a a-b 1.2.3.example | a_b a.b 1.2.3.4 -a -a.org a-.org
          bsonobjectid | 507f1f77bcf86cd799439011 | 507f
          hexcolor  | #fff 00ff00 | #ggg #ffff
          rgbcolor  | rgb(1,2,255) | rgb(256,1,1) red
          ssn       | 123-45-6789 | 123456789
          isbn      | 0306406152 9783161484100 | x
          isbn10    | 0-306-40615-2 080442957X | 0306406153
          isbn13    | 978-3-16-148410-0 | 9783161484101
          creditcard | 4111111111111111 | 4111111111111112 42
          float     | 1.5 -3e38 | 1e39
          int32     | 2147483647 | 2147483648
          int64     | 9223372036854775807 | 9223372036854775808
          k8s-short-name | web | Web a.b
          k8s-long-name  | web.org | Web a_b
          k8s-label-key  | a example.org/a_B.c | a/b/c -a Ex/a
          k8s-label-value | a_B.c | a/b -a
          env-name  | A_b.c/d | a=b
          http-header | X-Header | X_Header
          absolute-path | /a | a
          an-unknown-one | anything |
          """)
  void takesWhatTheApiServerTakes(String format, String taken, String refused) throws Exception {
    CompiledSchema schema = CompiledSchema.of("{\"format\": \"" + format + "\"}");

    boolean ofNumbers = NUMBERS.contains(format);
    for (String value : words(taken)) {
      assertThat(violations(schema, ofNumbers ? value : "'" + value + "'")).as(value).isEmpty();
    }
    for (String value : words(refused)) {
      assertThat(violations(schema, ofNumbers ? value : "'" + value + "'")).as(value).hasSize(1);
    }
  }

  private static List<String> words(String words) {
    return words == null ? List.of() : Arrays.asList(words.split("\\s+"));
  }

  private static List<SchemaViolation> violations(CompiledSchema schema, String yaml)
      throws SchemaProblem {
    return schema.validate(
        YamlReader.read(new SourceText("x.yaml", yaml)).documents().get(0).root());
  }
}
