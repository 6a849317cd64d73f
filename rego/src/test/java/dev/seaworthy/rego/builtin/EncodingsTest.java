package dev.seaworthy.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          to_number | ["-1.50"] | -1.50
          to_number | [null] | 0
          to_number | [true] | 1
          to_number | ["x"] | error: to_number: strconv.ParseFloat: parsing "x": invalid syntax
          to_number | ["1e400"] | error: to_number: strconv.ParseFloat: parsing "1e400": value out of range
          to_number | ["-Inf"] | error: to_number: operand 1 must be valid number string but got string
          to_number | [[]] | error: to_number: operand 1 must be one of {null, boolean, number, string} but got array
          is_number | [1] | true
          is_set | [[]] | false
          is_null | [null] | true
          type_name | [{"#set": []}] | "set"
          cast_array | [{"#set": [2, 1]}] | [1, 2]
          cast_set | [[1, 1]] | {1}
          cast_string | [1] | error: cast_string: operand 1 must be string but got number
          json.marshal | [{"b": [1.50, {"#set": ["x"]}], "a": "<&>\\u2028"}] | "{\\"a\\":\\"\\\\u003c\\\\u0026\\\\u003e\\\\u2028\\",\\"b\\":[1.50,[\\"x\\"]]}"
          json.marshal_with_options | [[1, {}], {"indent": "  ", "prefix": ">"}] | ">[\\n>  1,\\n>  {}\\n>]"
          json.marshal_with_options | [[1], {}] | "[1]"
          json.marshal_with_options | [1, {"x": 1}] | error: json.marshal_with_options: operand 2 object contained unknown key "x"
          json.unmarshal | ["{\\"a\\": 1e2, \\"a\\": 2}"] | {"a": 2}
          json.unmarshal | [1] | error: json.unmarshal: operand 1 must be string but got number
          json.is_valid | ["{"] | false
          json.is_valid | [1] | false
          yaml.unmarshal | ["a: yes\\nb: [0777, 1.5, ~]"] | {"a": true, "b": [511, 1.5, null]}
          yaml.marshal | [{"b10": 1, "b9": 2, "b09": 3, "b": 4, "1": 5, "B": 6}] | "\\"1\\": 5\\nB: 6\\nb: 4\\nb9: 2\\nb09: 3\\nb10: 1\\n"
          yaml.marshal | [["2020-01-01", "12:30", "a \\nb"]] | "- \\"2020-01-01\\"\\n- \\"12:30\\"\\n- \\"a \\\\nb\\"\\n"
          yaml.marshal | [{"a": [1, {"b": "yes"}], "c": {}, "d": "x: y"}] | "a:\\n- 1\\n- b: \\"yes\\"\\nc: {}\\nd: 'x: y'\\n"
          yaml.is_valid | ["a: {"] | false
          base64.encode | ["hello"] | "aGVsbG8="
          base64.decode | ["aGVs\\nbG8="] | "hello"
          base64.decode | ["a_b="] | error: base64.decode: illegal base64 data at input byte 1
          base64.is_valid | ["aGVsbG8"] | false
          base64url.encode_no_pad | ["?>\\u00ff"] | "Pz7Dvw"
          base64url.decode | ["aGVsbG8"] | "hello"
          base64url.decode | ["a"] | error: base64url.decode: illegal base64url string: a
          hex.encode | ["h\\u00e9"] | "68c3a9"
          hex.decode | ["fg"] | error: hex.decode: encoding/hex: invalid byte: U+0067 'g'
          urlquery.encode | ["a=b+1 \\u00e9"] | "a%3Db%2B1+%C3%A9"
          urlquery.decode | ["a%3Db%2B1+"] | "a=b+1 "
          urlquery.decode | ["%zz"] | error: urlquery.decode: invalid URL escape "%zz"
          urlquery.encode_object | [{"a": ["b+1", "c"], "d": "e"}] | "a=b%2B1&a=c&d=e"
          urlquery.encode_object | [{"a": 1}] | error: urlquery.encode_object: operand 1 values must be string, array[string], or set[string]
          urlquery.decode_object | ["a=1&b&a=2"] | {"a": ["1", "2"], "b": [""]}
          uri.parse | ["https://u@h.example:80/a%20b?q=1#f"] | {"fragment": "f", "hostname": "h.example", "path": "/a b", "port": "80", "raw_path": "/a%20b", "raw_query": "q=1", "scheme": "https"}
          uri.is_valid | ["http://a b/"] | false
          crypto.md5 | ["lorem ipsum"] | "80a751fde577028640c419000e33eba6"
          crypto.sha1 | ["a"] | "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"
          crypto.sha256 | [""] | "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
          crypto.hmac.sha1 | ["foo", "bar"] | "85d155c55ed286a300bd1cf124de08d87e914f3a"
          crypto.hmac.equal | ["a", "b"] | false
          """)
  void convertsValuesToAndFromText(String name, String arguments, String result) {
    assertThat(BuiltinTable.call(name, arguments)).isEqualTo(result);
  }
}
