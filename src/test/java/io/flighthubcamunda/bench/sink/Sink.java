package io.flighthubcamunda.bench.sink;

import io.flighthubcamunda.local.ChildMain;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * The store's process: {@code Sink KEY-STORE CONTENTS-FILE...}. Prints its four ports and serves
 * until its parent is gone.
 */
public final class Sink {

  private Sink() {}

  public static void main(String[] args)
      throws IOException, GeneralSecurityException, InterruptedException {
    ChildMain.stopWithParent();
    var contents = new ArrayList<KnownContents.Content>();
    for (var file : Arrays.asList(args).subList(1, args.length)) {
      contents.addAll(KnownContents.read(Path.of(file)));
    }
    var ports = open(new Certificate(Path.of(args[0]), null), KnownContents.of(contents));
    System.out.printf(
        "%d %d %d %d%n", ports.cheapEtags(), ports.trueEtags(), ports.discard(), ports.tally());
    System.out.flush();
    new CountDownLatch(1).await();
  }

  /**
   * Where the store listens on loopback; all but the last with TLS.
   *
   * @param cheapEtags answers each object with the same made-up ETag
   * @param trueEtags answers the MD5 of what came
   * @param discard takes bytes without HTTP, see {@link DiscardConnection}
   * @param tally tells what arrived, see {@link Tally}
   */
  public record Ports(int cheapEtags, int trueEtags, int discard, int tally) {}

  static Ports open(Certificate certificate, KnownContents contents)
      throws IOException, GeneralSecurityException {
    var tls = certificate.serverTls();
    var tally = new Tally();
    return new Ports(
        TlsPort.open(tls, socket -> new StoreConnection(socket, contents, false, tally).serve())
            .number(),
        TlsPort.open(tls, socket -> new StoreConnection(socket, contents, true, tally).serve())
            .number(),
        TlsPort.open(tls, socket -> new DiscardConnection(socket, tally).serve()).number(),
        tally.serve());
  }
}
