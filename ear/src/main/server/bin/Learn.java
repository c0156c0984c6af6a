import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Teaches the classifier of a running gateway: {@code java Learn.java URL TOKEN-FILE BY ACTION [WORD]...}, run by the start script. The words
 * of ham, spam and forget are folders, at any depth, maildirs among them, mbox files and files of one message; or NAME=VALUE. Exit status 0: all is
 * done. 1: something is not, and what was wrong is printed.
 */
final class Learn {
    /** What the server takes at most. */
    private static final int LARGEST = 10_000_000;
    private static final int TOLD_EACH = 500;

    private final String url;
    private final String token;
    private final String query;
    private int done;
    private int left;

    private Learn(String url, String token, String query) {
        this.url = url;
        this.token = token;
        this.query = query;
    }

    public static void main(String[] arguments) throws IOException {
        StringBuilder query = new StringBuilder("?by=" + encoded(arguments[2]) + "&action=" + encoded(arguments[3]));
        List<String> words = List.of(arguments).subList(4, arguments.length);
        words.stream().filter(Learn::isPair).forEach(word -> query.append('&')
                .append(word, 0, word.indexOf('=') + 1).append(encoded(word.substring(word.indexOf('=') + 1))));
        Learn learn = new Learn(arguments[0], Files.readString(Path.of(arguments[1])).strip(), query.toString());
        List<Path> paths = words.stream().filter(word -> !isPair(word)).map(Path::of).toList();
        if (paths.isEmpty()) {
            System.exit(learn.post(new byte[0]) ? 0 : 1);
        }
        for (Path path : paths) {
            learn.all(path);
        }
        System.out.println(learn.done + " messages, " + learn.left + " left out");
        System.exit(learn.left == 0 ? 0 : 1);
    }

    private static boolean isPair(String word) {
        return word.matches("[a-z]+=.*");
    }

    private void all(Path path) throws IOException {
        if (!Files.exists(path)) {
            System.out.println("postern: there is no " + path);
            System.exit(1);
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).filter(this::isMail).sorted()::iterator) {
                file(file);
            }
        }
    }

    /** Of a maildir, what is being written, and what a server keeps beside the mail, is none. */
    private boolean isMail(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String name = file.getFileName().toString();
        boolean maildir = Files.isDirectory(folder.resolve("cur"));
        return !name.startsWith(".") && !maildir && !(folder.endsWith("tmp") && Files.isDirectory(folder.resolveSibling("cur")));
    }

    /** A file whose first line begins as an mbox does has many messages, each behind such a line that follows an empty one. */
    private void file(Path file) throws IOException {
        try (InputStream octets = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            boolean more = readLine(octets, line);
            boolean mbox = isFrom(line);
            boolean emptyBefore = true;
            while (more || line.size() > 0) {
                boolean begins = mbox && emptyBefore && isFrom(line);
                if (begins && message.size() > 0) {
                    send(message, file);
                }
                emptyBefore = line.size() <= 2 && line.toString(StandardCharsets.ISO_8859_1).isBlank();
                if (!begins && message.size() <= LARGEST) {
                    byte[] text = line.toByteArray();
                    int quoted = mbox ? quoted(text) : 0;
                    message.write(text, quoted, text.length - quoted);
                }
                line.reset();
                more = more && readLine(octets, line);
            }
            if (message.size() > 0) {
                send(message, file);
            }
        }
    }

    private static boolean isFrom(ByteArrayOutputStream line) {
        return line.size() > 5 && line.toString(StandardCharsets.ISO_8859_1).startsWith("From ");
    }

    /** {@return 1 where one of the > that were put before From is to be taken away} */
    private static int quoted(byte[] line) {
        int at = 0;
        while (at < line.length && line[at] == '>') {
            at++;
        }
        return at > 0 && new String(line, at, Math.min(5, line.length - at), StandardCharsets.ISO_8859_1).equals("From ") ? 1 : 0;
    }

    /** {@return whether there may be more} A line that is too long for a message to be learnt comes in pieces. */
    private static boolean readLine(InputStream octets, ByteArrayOutputStream line) throws IOException {
        int octet = octets.read();
        while (octet >= 0) {
            line.write(octet);
            if (octet == '\n' || line.size() > LARGEST) {
                return true;
            }
            octet = octets.read();
        }
        return false;
    }

    private void send(ByteArrayOutputStream message, Path file) throws IOException {
        boolean tooLarge = message.size() > LARGEST;
        if (tooLarge) {
            System.out.println("The message is larger than " + LARGEST + " octets.");
        }
        if (!tooLarge && post(message.toByteArray())) {
            done++;
        } else {
            left++;
            System.out.println("  in " + file);
        }
        message.reset();
        if ((done + left) % TOLD_EACH == 0) {
            System.out.println(done + left + " ...");
        }
    }

    private boolean post(byte[] body) throws IOException {
        return MessageCall.isWell(url + query, token, body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
