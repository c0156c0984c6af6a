package org.postern.cli.verb;

import org.postern.cli.client.Api;
import org.postern.cli.client.Installation;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Screen;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One command from its first word to its exit status: what it is about, and where its words go. */
public final class Session {
    private final Surroundings around;
    private final Screen screen;
    private Path data;
    private boolean json;
    private Optional<Api> api = Optional.empty();

    public Session(Surroundings around) {
        this.around = around;
        screen = new Screen(around.out(), around.people());
        data = Path.of(around.environment("POSTERN_DATA").orElse(home() + "/.data"));
    }

    /** {@return where this program's server lies} */
    public static String home() {
        return System.getProperty("postern.home", ".");
    }

    public Surroundings around() {
        return around;
    }

    public Screen screen() {
        return screen;
    }

    public Installation installation() {
        return Installation.at(data);
    }

    /** Says which data folder is meant. */
    public void isAbout(Path folder) {
        data = folder;
    }

    /** Says whether answers are wanted as the gateway gives them. */
    public void isJson(boolean wanted) {
        json = wanted;
    }

    /** {@return whether answers are wanted as the gateway gives them} */
    public boolean isJson() {
        return json;
    }

    /** {@return the octets of a file; those of standard input if it is called -} */
    public byte[] octets(String file) {
        try {
            return file.equals("-") ? around.in().readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw Trouble.failed("cannot read " + file);
        }
    }

    /** {@return the lines of a file, or of standard input, without white space at their ends; none that is empty} */
    public List<String> lines(String file) {
        return new String(octets(file), StandardCharsets.UTF_8).lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** {@return where the console of the gateway is: where it says itself, or where the environment says that one is which was started otherwise} */
    public URI console() {
        return elsewhere().orElseGet(() -> installation().console());
    }

    private Optional<URI> elsewhere() {
        return around.environment("POSTERN_URL").map(text -> {
            if (!text.matches("https?://[^/?#@\\s]+/?")) {
                throw Trouble.usage("POSTERN_URL is an address such as https://mail.example.org:8443");
            }
            return URI.create(text.replaceFirst("/$", ""));
        });
    }

    /** The gateway takes its local token from its own machine alone; another one would only learn it. */
    private String localToken(Installation one) {
        if (!console().getHost().matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]")) {
            throw Trouble.usage("set POSTERN_TOKEN to a token of the gateway at POSTERN_URL");
        }
        return one.localToken();
    }

    /** {@return the running gateway} */
    public Api api() {
        if (api.isEmpty()) {
            Installation one = installation();
            String token = elsewhere().isPresent()
                    ? around.environment("POSTERN_TOKEN").orElseGet(() -> localToken(one))
                    : one.token();
            api = Optional.of(new Api(console(), token, around.account()));
        }
        return api.get();
    }
}
