package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.auth.dkim.DkimSigner;
import org.postern.config.DataFolder;
import org.postern.config.Settings;
import org.postern.signing.KeysInForce;
import org.postern.signing.MailSigner;
import org.postern.signing.SealFile;
import org.postern.signing.SigningSettings;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** How one's own mail is signed. */
@ApplicationScoped
public class SigningWiring {
    /** None until they were read. */
    @Produces
    @Singleton
    KeysInForce signingKeys() {
        return new KeysInForce();
    }

    @Produces
    @Singleton
    MailSigner signer(KeysInForce keys, InstantSource clock) {
        return new MailSigner(new DkimSigner(clock), keys, WiringLog.LOG::signingFailed);
    }

    @Produces
    @Singleton
    SealFile seal(Settings settings, DataFolder folder, RandomGenerator random) {
        String named = settings.get(SigningSettings.SEAL);
        return new SealFile(named.isEmpty() ? folder.seal() : Path.of(named).toAbsolutePath(), random);
    }
}
