package dev.seaworthy.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users see of the library is the library's own, and Java's. */
class PublicApiTest {

  @Test
  void showsNoThirdPartyType() throws Exception {
    assertThat(
            shown(
                type ->
                    !type.isPrimitive()
                        && !type.getName().startsWith("java.")
                        && !type.getName().startsWith("dev.seaworthy.")))
        .isEmpty();
  }

  @Test
  void showsNoInternalType() throws Exception {
    assertThat(
            shown(
                type ->
                    type.getName().startsWith("dev.seaworthy.") && !LibraryClasses.isPublic(type)))
        .isEmpty();
  }

  @Test
  void looksAtAllPublicTypes() throws Exception {
    assertThat(LibraryClasses.publicTypes()).hasSizeGreaterThan(50);
    assertThat(shown(type -> type == java.util.Optional.class)).isNotEmpty();
  }

  private static Set<String> shown(Predicate<Class<?>> unwanted) throws Exception {
    Set<String> shown = new TreeSet<>();
    for (Class<?> type : LibraryClasses.publicTypes()) {
      signature(type).stream()
          .flatMap(PublicApiTest::parts)
          .filter(unwanted)
          .forEach(part -> shown.add(type.getName() + " shows " + part.getName()));
    }
    return shown;
  }

  private static List<Type> signature(Class<?> type) {
    List<Type> used = new ArrayList<>(List.of(type.getGenericInterfaces()));
    if (type.getGenericSuperclass() != null) {
      used.add(type.getGenericSuperclass());
    }
    visible(type.getDeclaredFields()).map(Field::getGenericType).forEach(used::add);
    visible(type.getDeclaredConstructors()).forEach(constructor -> addInput(constructor, used));
    visible(type.getDeclaredMethods())
        .peek(method -> addInput(method, used))
        .map(Method::getGenericReturnType)
        .forEach(used::add);
    return used;
  }

  private static <M extends Member> Stream<M> visible(M[] members) {
    return Stream.of(members)
        .filter(member -> !member.isSynthetic())
        .filter(
            member ->
                Modifier.isPublic(member.getModifiers())
                    || Modifier.isProtected(member.getModifiers()));
  }

  private static void addInput(Executable executable, List<Type> used) {
    used.addAll(List.of(executable.getGenericParameterTypes()));
    used.addAll(List.of(executable.getGenericExceptionTypes()));
  }

  private static Stream<Class<?>> parts(Type type) {
    if (type instanceof Class<?> plain) {
      return plain.isArray() ? parts(plain.getComponentType()) : Stream.of(plain);
    }
    if (type instanceof ParameterizedType generic) {
      return Stream.concat(
          parts(generic.getRawType()),
          Stream.of(generic.getActualTypeArguments()).flatMap(PublicApiTest::parts));
    }
    if (type instanceof GenericArrayType array) {
      return parts(array.getGenericComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return Stream.concat(
              Stream.of(wildcard.getUpperBounds()), Stream.of(wildcard.getLowerBounds()))
          .flatMap(PublicApiTest::parts);
    }
    // a bound may name its own variable: <T extends Comparable<T>>
    return Stream.of(((TypeVariable<?>) type).getBounds())
        .filter(Class.class::isInstance)
        .flatMap(PublicApiTest::parts);
  }
}
