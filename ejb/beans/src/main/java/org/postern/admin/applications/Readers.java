package org.postern.admin.applications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.account.ApplicationAccount;
import org.postern.account.ApplicationAccounts;
import org.postern.broker.Grants;
import org.postern.config.DataFolder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may read a queue of the broker from outside, by its security settings and the accounts of this server. */
@Singleton
public class Readers {
    /** No more accounts are shown. */
    static final int MOST = 200;
    private static final int DEEPEST = 4;
    /** How the server names the file of an account: something like its name, and its name in Base32 (RFC 4648, 6). */
    private static final Pattern FILE = Pattern.compile(".+-([A-Z2-7]{1,400})=*\\.xml");
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private final Grants grants;
    private final DataFolder folder;
    private final ApplicationAccounts said;

    @Inject
    Readers(Grants grants, DataFolder folder, ApplicationAccounts said) {
        this.grants = grants;
        this.folder = folder;
        this.said = said;
    }

    /** {@return the roles that may read what is sent to this address, in the order of their names} */
    List<String> roles(String address) {
        return List.copyOf(grants.readers(address));
    }

    /** {@return the accounts that this server keeps for applications, in the order of their names} */
    List<String> accounts() {
        Path accounts = folder.root().resolve("applications");
        if (!Files.isDirectory(accounts)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(accounts, DEEPEST)) {
            return files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(file -> decoded(file.group(1)))
                    .limit(MOST)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /** {@return those of them that may use a queue or topic, which is named as routes name it} */
    List<String> accounts(String queue) {
        Set<String> others = said.all()
                .stream()
                .filter(account -> !account.mayUse(queue))
                .map(ApplicationAccount::name)
                .collect(Collectors.toSet());
        return accounts().stream().filter(name -> !others.contains(ApplicationAccount.key(name))).toList();
    }

    /** {@return the text of these Base32 digits} */
    static String decoded(String digits) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (int i = 0; i < digits.length(); i++) {
            held = held << BITS | DIGITS.indexOf(digits.charAt(i));
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                octets.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return octets.toString(StandardCharsets.UTF_8);
    }
}
