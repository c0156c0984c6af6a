package org.postern.cli.operate;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Java options and arguments with which the server is started.
 *
 * @param data the data folder, by its real path
 * @param heap as {@code -Xmx} takes it
 * @param javaOptions more of them
 * @param drain how long a graceful stop may wait, in seconds
 * @param yamls changes to WildFly's own configuration, one after another
 */
record Launch(Path data, String heap, List<String> javaOptions, int drain, List<Path> yamls) {
    private static final long LARGE = 1L << 30;

    List<String> words() {
        Path home = Server.home();
        List<String> words = new ArrayList<>(List.of("-Xmx" + heap, "-Xms64m"));
        if (javaOptions.stream().noneMatch(word -> word.matches("-XX:\\+Use\\w*GC"))) {
            words.add("-XX:+UseSerialGC"); // a fifth less CPU for a message than the others, in a heap of this size
        }
        if (octets(heap) < LARGE) {
            words.add("-XX:NewRatio=3"); // a larger part for what lasts: sessions and content have their shares of the whole
        }
        words.add("-XX:MetaspaceSize=192m"); // what the server's classes take: with less, each start collects all of the heap four times
        words.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-XX:+UseCompactObjectHeaders", "-Dh2.objectCache=false",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        Stream.of("ldap", "url.ldap", "url.ldaps")
                .forEach(name -> words.add("--add-exports=java.naming/com.sun.jndi." + name + "=ALL-UNNAMED"));
        words.addAll(List.of("-Dpostern.data=" + data, "-Dbroker.memory=" + octets(heap) / 8,
                "-Dorg.wildfly.sigterm.suspend.timeout=" + drain, "-Djava.io.tmpdir=" + data.resolve("tmp"),
                "-Djava.awt.headless=true", "-Djava.net.preferIPv4Stack=false", "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + data.resolve("server"), "-Djboss.server.log.dir=" + data.resolve("log"),
                "-Dorg.jboss.boot.log.file=" + data.resolve("log/server.log"),
                "-Dlogging.configuration=file:" + data.resolve("server/configuration/logging.properties"),
                "-Djboss.modules.system.pkgs=org.jboss.byteman"));
        words.addAll(javaOptions);
        words.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString(), "-mp",
                home.resolve("modules").toString(), "org.jboss.as.standalone",
                "--read-only-server-config=postern.xml",
                "--properties=" + data.resolve("server/settings.properties")));
        if (!yamls.isEmpty()) {
            words.add("--yaml=" + yamls.stream()
                    .map(Path::toAbsolutePath)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)));
        }
        return words;
    }

    private static long octets(String size) {
        String number = size.replaceFirst("[a-zA-Z]$", "");
        long value = number.matches("\\d{1,15}") ? Long.parseLong(number) : 0;
        return switch (size.substring(number.length()).toLowerCase(Locale.ROOT)) {
            case "g" -> value << 30;
            case "m" -> value << 20;
            case "k" -> value << 10;
            default -> value;
        };
    }
}
