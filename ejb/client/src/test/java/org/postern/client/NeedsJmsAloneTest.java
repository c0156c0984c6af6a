package org.postern.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Session;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.List;

/** Where there is neither Jakarta Mail nor Jakarta JSON, mail is read and handed in all the same. */
class NeedsJmsAloneTest {
    private static final List<String> THERE = List.of("org.postern.client.", "jakarta.jms.");

    /** What an application does, among classes that are there. */
    public static final class Program {
        private Program() {}

        public static String run() throws Exception {
            BytesInMemory message = new BytesInMemory();
            Submission submission = Submission.from("a@b").to("c@d").content("Subject: x\n\nhello\n").build();
            submission.message((Session) Proxy.newProxyInstance(Program.class.getClassLoader(),
                    new Class<?>[]{Session.class}, (proxy, method, given) -> message.message()));
            message.with(PropertyNames.QUEUE_ID, "0123456789ABCDEF").with(PropertyNames.ARRIVED, 1L);
            DeliveredMail mail = DeliveredMail.of(message.message());
            return mail.envelope().addresses() + " " + mail.octets().length;
        }

        public static boolean isMailThere() {
            try {
                Class.forName("jakarta.mail.Session", false, Program.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException none) {
                return false;
            }
        }
    }

    /** The classes of a server, some of them taken away. */
    private static final class Bare extends ClassLoader {
        Bare() {
            super(getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream octets = NeedsJmsAloneTest.class.getClassLoader().getResourceAsStream(file)) {
                if (octets == null || THERE.stream().noneMatch(name::startsWith)) {
                    throw new ClassNotFoundException(name);
                }
                byte[] all = octets.readAllBytes();
                return defineClass(name, all, 0, all.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void mailIsReadAndHandedInWithJmsAlone() throws Exception {
        Class<?> program = new Bare().loadClass(Program.class.getName());
        assertThat(program.getMethod("isMailThere").invoke(null)).isEqualTo(false);
        assertThat(program.getMethod("run").invoke(null)).isEqualTo("[c@d] 21");
    }

    @Test
    void anEventNeedsJson() throws Exception {
        Class<?> events = new Bare().loadClass(MailEvent.class.getName());
        assertThatThrownBy(() -> events.getMethod("parse", String.class).invoke(null, "{}"))
                .hasCauseInstanceOf(NoClassDefFoundError.class);
    }
}
