package dev.seaworthy.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          count | ["h\\u00e9\\ud83d\\ude00"] | 3
          count | [{"a": 1}] | 1
          count | [5] | error: count: operand 1 must be one of {array, object, set, string} but got number
          sum | [[49649733057, 1]] | 49649733058
          sum | [[1.5, 2]] | 3.5
          sum | [["1"]] | error: sum: operand 1 must be array of numbers but got array containing string
          product | [[]] | 1
          product | [[0.1, 3]] | 0.30000000000000004
          max | [[3, "a", null]] | "a"
          max | [[]] | undefined
          min | [{"#set": [3, 2]}] | 2
          sort | [[3, 1, "a", 2]] | [1, 2, 3, "a"]
          all | [[true, 1]] | false
          any | [{"#set": [false, true]}] | true
          array.concat | [[1], {}] | error: array.concat: operand 2 must be array but got object
          array.slice | [[1, 2, 3, 4, 5], 3, 6] | [4, 5]
          array.slice | [[1, 2, 3], 2, 1] | []
          array.slice | [[1], 0, 1.0] | error: array.slice: operand 3 must be integer number but got floating-point number
          array.reverse | [[1, 2]] | [2, 1]
          array.flatten | [[[1, [2]], 3]] | [1, [2], 3]
          and | [{"#set": [1, 2]}, {"#set": [2, 3]}] | {2}
          or | [{"#set": [1]}, {"#set": [2]}] | {1, 2}
          or | [[1], {"#set": []}] | error: or: operand 1 must be set but got array
          intersection | [{"#set": []}] | set()
          intersection | [{"#set": [{"#set": [1, 2]}, {"#set": [2]}]}] | {2}
          union | [{"#set": [{"#set": [1]}, {"#set": [2]}]}] | {1, 2}
          set_diff | [{"#set": [1, 2]}, {"#set": [1]}] | {2}
          graph.reachable | [{"a": ["b"], "b": ["a", "c"]}, ["a"]] | {"a", "b"}
          graph.reachable | [{}, "a"] | error: graph.reachable: operand 2 must be {array, set} but got string
          graph.reachable_paths | [{"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, ["a"]] | {["a", "b", "d"], ["a", "c", "d"]}
          graph.reachable_paths | [{"a": ["b"], "b": ["a"]}, ["a"]] | {["a", "b"]}
          graph.reachable_paths | [{"a": ["gone"]}, ["a"]] | {["a"]}
          walk | [{"a": [1]}] | [[[], {"a": [1]}], [["a"], [1]], [["a", 0], 1]]
          """)
  void combinesArraysSetsAndGraphs(String name, String arguments, String result) {
    assertThat(BuiltinTable.call(name, arguments)).isEqualTo(result);
  }
}
