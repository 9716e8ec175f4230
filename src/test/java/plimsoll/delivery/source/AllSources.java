package plimsoll.delivery.source;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;

/** Every source that there is, also one that was added a minute ago. */
public final class AllSources {
  private AllSources() {}

  public static List<Source> list() {
    return new ClassFileImporter()
        .importPackages("plimsoll.delivery.source").stream()
            .filter(type -> type.isAssignableTo(Source.class) && !type.isInterface())
            .map(JavaClass::reflect)
            .<Source>map(AllSources::make)
            .toList();
  }

  private static Source make(Class<?> type) {
    try {
      return (Source) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
