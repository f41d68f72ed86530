package io.flighthubcamunda.local;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Creates Zeebe's engines for tests, and keeps two faults of the library (8.8.21) away.
 *
 * <p>It keeps the log in a plain {@link ArrayList}, although one thread appends while others read:
 * a reader may find an entry that isn't there yet, and when that reader is the engine's own, the
 * engine stops for good without a word. Here the list is a synchronized one.
 *
 * <p>It writes all answers of all engines through one static buffer: two engines at once spoil each
 * other's answers. Here each engine has classes, and so a buffer, of its own.
 */
public final class TestEngines {

  private TestEngines() {}

  /** A new engine on a free port, not started yet. */
  public static ZeebeTestEngine create() {
    try {
      var engine =
          (ZeebeTestEngine)
              new EngineClasses()
                  .loadClass(EngineFactory.class.getName())
                  .getMethod("create")
                  .invoke(null);
      var logStream = field(engine, "logStream").get(engine);
      var storage = field(logStream, "logStorage").get(logStream);
      var entries = field(storage, "logEntries");
      entries.set(
          storage, Collections.synchronizedList(new ArrayList<>((List<?>) entries.get(storage))));
      return engine;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The engine for tests is built otherwise now", e);
    }
  }

  private static Field field(Object owner, String name) throws NoSuchFieldException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
