package dev.seaworthy.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          time.now_ns | [] | 1670006453141828752
          time.parse_rfc3339_ns | ["2017-06-02T19:00:00-07:00"] | 1496455200000000000
          time.parse_rfc3339_ns | ["2262-04-11T23:47:16.854775807-00:00"] | 9223372036854775807
          time.parse_rfc3339_ns | ["2262-04-11T23:47:16.854775808Z"] | error: time.parse_rfc3339_ns: time outside of valid range
          time.parse_ns | ["Jan _2 06 3:04PM", "Feb 13 22 12:04AM"] | 1644710640000000000
          time.parse_ns | ["RFC1123", "Sat, 03 Dec 2022 00:10:53 PST"] | 1670026253000000000
          time.parse_ns | ["2006-01-02", "2022-02-30"] | error: time.parse_ns: parsing time "2022-02-30": day out of range
          time.parse_ns | ["2006", "x"] | error: time.parse_ns: parsing time "x" as "2006": cannot parse "x" as "2006"
          time.parse_duration_ns | ["1h30m0.5s"] | 5400500000000
          time.parse_duration_ns | ["1d"] | 86400000000000
          time.parse_duration_ns | ["5x"] | error: time.parse_duration_ns: time: unknown unit "x" in duration "5x"
          time.format | [1670006453141828752] | "2022-12-02T18:40:53.141828752Z"
          time.format | [[1670006453141828752, "Asia/Kolkata", "RFC1123Z"]] | "Sat, 03 Dec 2022 00:10:53 +0530"
          time.format | [[0, "America/New_York", "3:04PM MST .000"]] | "7:00PM EST .000"
          time.format | [[0, "Nowhere"]] | error: time.format: unknown time zone Nowhere
          time.date | [[1517814000000000000, "America/Los_Angeles"]] | [2018, 2, 4]
          time.clock | [1517832000000000000] | [12, 0, 0]
          time.weekday | [1517832000000000000] | "Monday"
          time.weekday | [1e20] | error: time.weekday: timestamp too big
          time.weekday | ["a"] | error: time.weekday: operand 1 must be either number (ns) or [number (ns), string (tz)] but got string
          time.add_date | [1585852421593912000, 3, 9, 12] | 1705257221593912000
          time.add_date | [1675123200000000000, 0, 1, 0] | 1677801600000000000
          time.diff | [1585852421593912000, 1582977600000000000] | [0, 1, 2, 6, 33, 41]
          semver.compare | ["1.0.0-alpha.2", "1.0.0-alpha.10"] | -1
          semver.compare | ["1.0.0", "1.0.0-rc"] | 1
          semver.compare | ["1.0.0+a", "v1.0.0"] | 0
          semver.compare | ["1.0.0", "1"] | error: semver.compare: operand 2: string "1" is not a valid SemVer
          semver.is_valid | [1] | false
          semver.is_valid | ["1.2.3-0.0a.a-b+01.x"] | true
          semver.is_valid | ["01.2.3"] | false
          semver.is_valid | ["1.2.3-01"] | false
          semver.is_valid | ["1.2.3-"] | false
          semver.is_valid | ["-1.2.3"] | false
          units.parse | ["500m"] | 0.5000000000
          units.parse | ["10KI"] | 10240
          units.parse | ["1.1K"] | 1100
          units.parse | ["5E"] | 5000000000000000000
          units.parse | ["G"] | error: units.parse: units.parse: no amount provided
          units.parse | ["1X"] | error: units.parse: units.parse: unit X not recognized
          units.parse_bytes | ["10eib"] | 11529215046068469760
          units.parse_bytes | ["1e-2KB"] | 10
          units.parse_bytes | ["100 kb"] | error: units.parse_bytes: units.parse_bytes: spaces not allowed in resource strings
          units.parse_bytes | ["0.0.0"] | error: units.parse_bytes: units.parse_bytes: could not parse byte amount to a number
          uuid.parse | ["urn:uuid:000003e8-48b9-21ee-b200-325096b39f47"] | {"clocksequence": 12800, "domain": "Person", "id": 1000, "macvariables": "local:unicast", "nodeid": "32-50-96-b3-9f-47", "time": 1693566990121469600, "variant": "RFC4122", "version": 2}
          uuid.parse | ["x"] | undefined
          rand.intn | ["a", 0] | 0
          providers.aws.sign_req | [{"method": "get", "url": "http://example.com"}, {"aws_access_key": "A", "aws_secret_access_key": "S", "aws_service": "ec2", "aws_region": "r"}, 0] | {"headers": {"Authorization": "AWS4-HMAC-SHA256 Credential=A/19700101/r/ec2/aws4_request,SignedHeaders=host;x-amz-date,Signature=317bae6b17dc8367996308a011826e8dbd37e3a79c31da636f0327d61b76ece5", "host": "example.com", "x-amz-date": "19700101T000000Z"}, "method": "get", "url": "http://example.com"}
          providers.aws.sign_req | [{}, {}, 0] | error: providers.aws.sign_req: operand 2 missing required AWS config parameters(s): {"aws_access_key", "aws_region", "aws_secret_access_key", "aws_service"}
          opa.runtime | [] | {"version": "1"}
          trace | ["x"] | true
          net.cidr_contains | ["10.0.0.0/8", "10.1.0.0/24"] | true
          net.cidr_contains | ["::ffff:10.0.0.0/104", "10.1.1.1"] | true
          net.cidr_contains | ["10.0.0.0/8", "x"] | error: net.cidr_contains: not a valid textual representation of an IP address or CIDR: x
          net.cidr_intersects | ["192.168.0.0/16", "192.168.1.0/24"] | true
          net.cidr_contains_matches | [["1.1.1.0/24", "2.0.0.0/8"], {"x": "1.1.1.1", "y": ["2.2.2.2", "z"]}] | {[0, "x"], [1, "y"]}
          net.cidr_expand | ["192.168.1.1/30"] | {"192.168.1.0", "192.168.1.1", "192.168.1.2", "192.168.1.3"}
          net.cidr_is_valid | ["10.0.0.0/33"] | false
          net.cidr_merge | [["192.0.128.0", "192.0.129.0"]] | {"192.0.128.0/23"}
          net.cidr_merge | [["fe80::/120", "192.0.2.0/24", "192.0.3.0/24", "192.0.4.0/25"]] | {"192.0.2.0/23", "192.0.4.0/25", "fe80::/120"}
          net.cidr_merge | [["::1"]] | error: net.cidr_merge: IPv6 invalid: needs prefix length
          io.jwt.decode | ["e30.e30.AQI"] | [{}, {}, "0102"]
          io.jwt.decode | ["e30.e30"] | error: io.jwt.decode: encoded JWT must have 3 sections, found 2
          strings.render_template | ["{{range $i, $v := .a}}{{if $i}}, {{end}}{{$v}}{{end}} {{.gone}}", {"a": [1, "x"]}] | "1, x <undefined>"
          strings.render_template | ["{{define}}", {}] | error: strings.render_template: template: template: {{define}} is not supported
          """)
  void readsTimesVersionsUnitsAndNetworks(String name, String arguments, String result) {
    assertThat(BuiltinTable.call(name, arguments)).isEqualTo(result);
  }
}
