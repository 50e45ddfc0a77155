// An SMTP server that puts mails into the maildirs that an IMAP server shows: node smtp.mjs PORT MAILDIRS.
// Mail to an address that begins with "unknown" is refused; mail to one that begins with "later-bounce" comes back.
import { createRequire } from "node:module";
import { mkdirSync, renameSync, writeFileSync, chownSync, statSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(new URL("../node_modules/", import.meta.url));
const { SMTPServer } = require("smtp-server");
const [port, root] = process.argv.slice(2);
const owner = statSync(root);
let count = 0;

function deliver(address, content) {
  const box = join(root, address.toLowerCase());
  for (const name of ["", "tmp", "new", "cur"]) {
    mkdirSync(join(box, name), { recursive: true });
    chownSync(join(box, name), owner.uid, owner.gid);
  }
  const name = `${Date.now()}.${process.pid}_${String(++count).padStart(6, "0")}.test`;
  const draft = join(box, "tmp", name);
  writeFileSync(draft, content);
  chownSync(draft, owner.uid, owner.gid);
  renameSync(draft, join(box, "new", name));
}

function bounce(address, content) {
  const id = /^message-id:\s*(<[^>]+>)/im.exec(content.toString("latin1"))?.[1] ?? "<none@nowhere.example>";
  return [
    "Return-Path: <>", "From: Mail Delivery System <MAILER-DAEMON@mx.studio.example>", "To: sender",
    "Subject: Undelivered Mail Returned to Sender", `Message-ID: <bounce-${count}@mx.studio.example>`, "MIME-Version: 1.0",
    "Auto-Submitted: auto-replied", 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', "",
    "--b", "Content-Type: text/plain", "", "Your mail could not be delivered.", "",
    "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.studio.example", "",
    `Final-Recipient: rfc822; ${address}`, "Action: failed", "Status: 5.1.1", "",
    "--b", "Content-Type: text/rfc822-headers", "", `Message-ID: ${id}`, "", "--b--", "",
  ].join("\r\n");
}

const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  logger: false,
  onRcptTo(to, session, done) {
    done(to.address.startsWith("unknown") ? Object.assign(new Error("No such user here"), { responseCode: 550 }) : undefined);
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      const content = Buffer.concat(parts);
      for (const { address } of session.envelope.rcptTo) {
        if (address.startsWith("later-bounce")) deliver(session.envelope.mailFrom.address, bounce(address, content));
        else deliver(address, content);
      }
      done();
    });
  },
});
server.listen(Number(port), "127.0.0.1");
