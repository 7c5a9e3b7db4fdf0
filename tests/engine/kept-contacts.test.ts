import { expect, test } from "vitest";
import { Contacts } from "../../src/engine/contacts/contacts.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { widerScenario } from "../naive/wider-scenario.js";

test("Contacts kept until their service ends are the same contacts", () => {
  for (let number = 0; number < 40; number++) {
    const model = compile(widerScenario(number));
    const kept = { ...model, keepsContacts: true };
    expect(simulate(kept, "kept", number)).toEqual(simulate(model, "kept", number));
  }
});

test("Numbers that a mechanism has for each contact stay when there are more contacts", () => {
  const contacts = new Contacts(1, { parts: false, overflow: false, redial: false, numbers: false }, 2);
  const values = contacts.addDoubles();
  const counts = contacts.addInts();
  for (let contact = 0; contact < 50; contact++) {
    const slot = contacts.take(0);
    values.values[slot] = slot + 0.5;
    counts.values[slot] = 0 - slot;
  }
  for (let slot = 0; slot < 50; slot++) {
    expect([values.values[slot], counts.values[slot]]).toEqual([slot + 0.5, 0 - slot]);
  }
});
