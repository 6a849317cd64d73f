package dev.seaworthy.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          object.get | [{"a": {"b": 1}}, ["a", "b"], 2] | 1
          object.get | [{"a": {"b": [1]}}, ["a", "b", "c"], 2] | 2
          object.get | [{"a": 1}, [], 2] | {"a": 1}
          object.get | ["a", "a", 2] | error: object.get: operand 1 must be object but got string
          object.keys | [{"a": 1, "b": 2}] | {"a", "b"}
          object.remove | [{"a": 1, "b": 2}, {"#set": ["a"]}] | {"b": 2}
          object.remove | [{"a": 1}, true] | error: object.remove: operand 2 must be one of {object, set, array} but got boolean
          object.filter | [{"a": 1, "b": 2}, ["a", "z"]] | {"a": 1}
          object.union | [{"a": {"b": 1, "c": 2}}, {"a": {"b": 3}}] | {"a": {"b": 3, "c": 2}}
          object.union_n | [[{"a": {"b": 2}}, {"a": 4}, {"a": {"c": 3}}]] | {"a": {"c": 3}}
          object.union_n | [[{}, 1]] | error: object.union_n: operand 1 must be array of objects but got array containing number
          object.subset | [{"a": {"b": [1, 2], "c": 1}}, {"a": {"b": [2]}}] | true
          object.subset | [[1, 2, 3], [1, 3]] | false
          object.subset | [[1, 2, 3], {"#set": [3, 1]}] | true
          object.subset | [{}, []] | error: object.subset: both arguments object.subset must be of the same type or array and set
          json.filter | [{"a": [{"b": 7, "c": 8}, {"d": 9}]}, {"#set": ["a/0/b", "a/1"]}] | {"a": [{"b": 7}, {"d": 9}]}
          json.filter | [{"a/b": 1, "c": 2}, [["a/b"]]] | {"a/b": 1}
          json.filter | [{"a~/b": 1, "c": 2}, ["a~0~1b"]] | {"a~/b": 1}
          json.remove | [{"a": [{"b": 7, "c": 8}, {"d": 9}]}, {"#set": ["a/0/b", "a/1"]}] | {"a": [{"c": 8}]}
          json.remove | [{}, [1]] | error: json.remove: operand 2 must be one of {set, array} containing string paths or array of path segments but got number
          json.patch | [{"a": [1, 2]}, [{"op": "add", "path": "a/1", "value": 9}, {"op": "remove", "path": "/a/0"}]] | {"a": [9, 2]}
          json.patch | [{"a": {"b": 1}}, [{"op": "move", "from": "a/b", "path": "c"}, {"op": "copy", "from": "c", "path": "d"}]] | {"a": {}, "c": 1, "d": 1}
          json.patch | [{"a": 1}, [{"op": "test", "path": "a", "value": 2}]] | error: json.patch: value from EditTree != patch value.
          json.patch | [{"a": [1]}, [{"op": "add", "path": "a/-", "value": 2}, {"op": "replace", "path": "a/0", "value": 0}]] | {"a": [0, 2]}
          json.patch | [{"a": {"#set": ["x"]}}, [{"op": "add", "path": "a/y", "value": "y"}]] | {"a": {"x", "y"}}
          json.patch | [[1], [{"op": "add", "path": "02", "value": 1}]] | error: json.patch: leading zeros are not allowed in JSON paths
          json.patch | [[1], [{"op": "add", "path": "2", "value": 1}]] | error: json.patch: index for array insertion out of bounds
          json.patch | [[1], [{"op": "remove", "path": "-"}]] | error: json.patch: index for array delete out of bounds
          json.patch | [{"a": 1}, [{"op": "replace", "path": "b", "value": 1}]] | error: json.patch: cannot delete child key "b" that does not exist
          json.patch | [{"a": 1}, [{"op": "remove", "path": "b/c"}]] | error: json.patch: path "b" does not exist in object term {"a": 1}
          json.patch | [{"a": 1}, [{"op": "add", "path": "a/b", "value": 1}]] | error: json.patch: expected composite type, found value: 1 (type: ast.Number)
          json.patch | [{}, [{"op": "nop", "path": ""}]] | error: json.patch: unrecognized op: 'nop'
          json.patch | [{}, [{"path": ""}]] | error: json.patch: missing required attribute 'op'
          json.patch | [{}, [{"op": "add", "path": ""}]] | error: json.patch: missing required attribute 'value'
          json.patch | [1, [{"op": "replace", "path": "", "value": 2}]] | 2
          json.patch | [1, 2] | error: json.patch: operand 2 must be array but got number
          """)
  void changesObjectsAndDocuments(String name, String arguments, String result) {
    assertThat(BuiltinTable.call(name, arguments).lines().findFirst()).hasValue(result);
  }
}
