package io.flighthubcamunda.local;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * First class of a child process: {@code ChildMain MAIN-CLASS ARGUMENT...}. Runs that main class,
 * and ends the process when the parent is gone, however it went. Uses nothing but the JDK, because
 * the child's class path is not ours.
 */
public final class ChildMain {

  private ChildMain() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    stopWithParent();
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  /**
   * Ends this process as soon as its standard input ends. That input is a pipe held by the parent,
   * and the operating system closes it even when the parent is killed.
   */
  public static void stopWithParent() {
    Thread.ofPlatform().daemon().name("stop-with-parent").start(ChildMain::haltAtEndOfInput);
  }

  private static void haltAtEndOfInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe says the same as its end.
    }
    // Nobody will read this run's data again, so there is nothing to shut down in order.
    Runtime.getRuntime().halt(0);
  }
}
