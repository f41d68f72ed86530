package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.sink.Certificate;
import io.flighthubcamunda.bench.sink.DiscardConnection;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** {@code CopyLoopMain FOLDER PORT TRUST-STORE CONNECTIONS HASH}, see {@link CopyLoop}. */
final class CopyLoopMain {

  private static final int BUFFER = 64 << 10;

  private CopyLoopMain() {}

  public static void main(String[] args)
      throws IOException, GeneralSecurityException, InterruptedException, ExecutionException {
    List<Path> files;
    try (var listed = Files.list(Path.of(args[0]))) {
      files = listed.toList();
    }
    var queue = new ConcurrentLinkedQueue<>(files);
    var tls = trusting(Path.of(args[2]));
    var connections = Integer.parseInt(args[3]);
    var hash = Boolean.parseBoolean(args[4]);
    Callable<Void> work = () -> send(queue, tls, Integer.parseInt(args[1]), hash);
    try (var threads = Executors.newFixedThreadPool(connections)) {
      var working = new ArrayList<Future<Void>>();
      for (int i = 0; i < connections; i++) {
        working.add(threads.submit(work));
      }
      for (var one : working) {
        one.get();
      }
    }
  }

  private static SSLContext trusting(Path trustStore) throws IOException, GeneralSecurityException {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(KeyStore.getInstance(trustStore.toFile(), Certificate.PASSWORD.toCharArray()));
    var tls = Certificate.tls();
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }

  private static Void send(
      ConcurrentLinkedQueue<Path> files, SSLContext tls, int port, boolean hash)
      throws IOException, GeneralSecurityException {
    var md5 = MessageDigest.getInstance("MD5");
    var buffer = new byte[BUFFER];
    try (var socket = connect(tls, port);
        var out = new DataOutputStream(socket.getOutputStream())) {
      for (var file = files.poll(); file != null; file = files.poll()) {
        out.writeLong(Files.size(file));
        try (var in = Files.newInputStream(file)) {
          for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (hash) {
              md5.update(buffer, 0, count);
            }
            out.write(buffer, 0, count);
          }
        }
        md5.digest();
      }
      out.writeLong(DiscardConnection.END);
      out.flush();
      if (socket.getInputStream().read() != 1) {
        throw new IOException("The store did not take everything.");
      }
    }
    return null;
  }

  private static Socket connect(SSLContext tls, int port) throws IOException {
    // Without a proxy the socket has the file descriptor itself that Conscrypt looks for.
    var plain = new Socket(Proxy.NO_PROXY);
    plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    plain.setTcpNoDelay(true);
    return tls.getSocketFactory().createSocket(plain, "localhost", port, true);
  }
}
