package org.postern.cli.mail;

import org.postern.cli.client.Body;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Optional;

/** What can be done about mail that waits. */
final class MailActs {
    private MailActs() {}

    @Command(name = "release", description = "Try it now; what was held goes on", footer = "Example: ./postern queue release --reason held --sender news@example.org")
    static final class Release extends MailAct {
        Release() {
            super("release");
        }
    }

    @Command(name = "retry", description = "Try it now", footer = "Example: ./postern queue retry --destination mx:example.org")
    static final class Retry extends MailAct {
        Retry() {
            super("retry");
        }
    }

    @Command(name = "hold", description = "Let it wait until a person releases it", footer = "Example: ./postern queue hold --sender news@example.org")
    static final class Hold extends MailAct {
        Hold() {
            super("hold");
        }
    }

    @Command(name = "drop", aliases = "delete", description = "Delete it; nobody is told", footer = "Example: ./postern queue drop --sender spammer@example.net --expect 250")
    static final class Drop extends MailAct {
        Drop() {
            super("delete");
        }
    }

    @Command(name = "expire", description = "Give it up as if its time were over, and tell its sender", footer = "Example: ./postern queue expire --older 3d --expect 10")
    static final class Expire extends MailAct {
        Expire() {
            super("expire");
        }
    }

    @Command(name = "bounce", description = "Return it to its sender, with these words", footer = "Example: ./postern queue bounce --domain gone.example --expect 40 --status 5.1.2 --reply 'This domain is gone'")
    static final class Bounce extends MailAct {
        @Option(names = "--status", paramLabel = "CODE", description = "enhanced status code (5.7.1)")
        private Optional<String> status;
        @Option(names = "--reply", paramLabel = "TEXT", description = "what its sender is told")
        private Optional<String> reply;

        Bounce() {
            super("bounce");
        }

        @Override
        Body more(Body body) {
            return body.with("status", status).with("reply", reply);
        }
    }

    @Command(name = "redirect", description = "Send it somewhere else", footer = "Example: ./postern queue redirect --destination mx:example.org --to host:backup.example.org")
    static final class Redirect extends MailAct {
        @Option(names = "--to", required = true, paramLabel = "PLACE", description = "a destination as in a route, or another recipient")
        private String to;

        Redirect() {
            super("redirect");
        }

        @Override
        Body more(Body body) {
            return body.with("to", to);
        }
    }

    @Command(name = "ham", aliases = "release-as-ham", description = "Release it, and teach the classifier that such mail is honest", footer = "Example: ./postern queue ham ID:68247864:quarantine")
    static final class Ham extends MailAct {
        Ham() {
            super("release-as-ham");
        }
    }

    @Command(name = "spam", aliases = "delete-as-spam", description = "Delete it, and teach the classifier that such mail is spam", footer = "Example: ./postern queue spam --held spam --words 'cheap pills' --expect 20")
    static final class Spam extends MailAct {
        Spam() {
            super("delete-as-spam");
        }
    }

    @Command(name = "allow", aliases = "release-and-allow", description = "Release it, and allow its sender", footer = "Example: ./postern queue allow ID:68247864:quarantine")
    static final class Allow extends MailAct {
        Allow() {
            super("release-and-allow");
        }
    }

    @Command(name = "block", aliases = "delete-and-block", description = "Delete it, and block its sender", footer = "Example: ./postern queue block ID:68247864:quarantine")
    static final class Block extends MailAct {
        Block() {
            super("delete-and-block");
        }
    }

    @Command(name = "forget", description = "Let the classifier forget what it was taught about it", footer = "Example: ./postern queue forget ID:68247864:quarantine")
    static final class Forget extends MailAct {
        Forget() {
            super("forget");
        }
    }
}
