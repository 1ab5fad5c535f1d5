import type { FormTexts } from "./form-texts.ts";

/** English */
export const en: FormTexts = {
  lang: "en",
  skip: "Skip to main content",
  languages: "Language",
  required: "(required)",
  optional: "(optional)",
  problemTitle: "Please check: ",
  form: {
    heading: "Contact form",
    intro: [
      "Send us your question or opinion about {programme}.",
      "We answer within {days} working days. The form takes about three minutes. We write our answers in Japanese, and in English where we can.",
    ],
    inquiry: "Your inquiry",
    category: { label: "What it is about" },
    chooseCategory: "Choose one",
    content: {
      label: "Your question or opinion",
      hint: "Please do not write here who you are: no address, no telephone number.",
    },
    counter: "{count} characters left",
    over: "{count} characters too many",
    pictures: {
      label: "Pictures",
      hint: "Up to {pictureLimit} screenshots or photos, as JPEG or PNG, {megabytes} MB in all.",
    },
    picturesMadeSmaller:
      "Up to {pictureLimit} screenshots or photos. Large pictures are made smaller before they are sent, and the place where they were taken is removed.",
    picturesKept: "We have these pictures from you. Choosing others replaces them.",
    dropPictures: "Do not send these pictures",
    remove: "Remove",
    removePicture: "Remove: {name}",
    preparingPictures: "Getting the pictures ready.",
    reply: "Our answer",
    replyBy: { label: "How we should answer" },
    ways: { mail: "By e-mail", telephone: "By telephone", none: "I need no answer" },
    requiredFor: { mail: "(required for e-mail)", telephone: "(required for telephone)" },
    optionalFor: { telephone: "(for telephone, optional)", both: "(optional)" },
    mail: { label: "E-mail address", hint: "Example: namae@example.jp" },
    telephone: { label: "Telephone number", hint: "Example: 090-1234-5678" },
    reachable: {
      label: "When you can be reached",
      hint: "We call during our opening hours. Example: weekday mornings",
    },
    name: { label: "Name", hint: "How we should address you. It need not be your real name." },
    about: {
      label: "About you",
      hint: "This tells us who asks us most. You can send the form without it.",
    },
    choices: {
      relation: "Who is asking",
      municipality: "Where you live",
      ageBand: "Age",
      device: "Your smartphone",
    },
    notChosen: "No answer",
    privacy: "Personal information",
    purpose: "We use what you write to answer you, and to learn what people ask about.",
    privacyMore: "Read more about personal information",
    privacyText: [
      "Your name, e-mail address, telephone number and pictures serve our answer only. They are in no statistics and in no report.",
      "Where an answer needs it, we put your question to the local government that runs this service and to the operator of the app, without your name and without your address or number. Nobody else is given it.",
      "We keep the information in Japan and erase it once it is no longer needed, after the service has been handed over.",
      "To see, correct or delete information about you, call the telephone number below.",
      "This form uses no cookies and loads nothing from other companies.",
    ],
    consent: "I agree to this use of my personal information",
    trap: "Leave this field empty",
    submit: "Check what I wrote",
  },
  problems: {
    heading: "Please check {count} of your answers",
    each: {
      "category-missing": "Choose what it is about.",
      "category-unknown": "Choose what it is about from the list.",
      "content-missing": "Write your question or opinion.",
      "content-too-long": "Write no more than {limit} characters.",
      "reply-missing": "Choose how we should answer.",
      "mail-missing": "Enter your e-mail address.",
      "mail-malformed": "Enter an e-mail address like namae@example.jp.",
      "telephone-missing": "Enter your telephone number.",
      "telephone-malformed":
        "Enter a Japanese telephone number of 10 or 11 digits that begins with 0, like 090-1234-5678.",
      "reachable-too-long": "Say when you can be reached in no more than {limit} characters.",
      "name-too-long": "Enter a name of no more than {limit} characters.",
      "choice-unknown": "Choose from the list.",
      "consent-missing": "Agree to the use of your personal information to go on.",
      "pictures-too-many": "Send no more than {limit} pictures.",
      "pictures-wrong-type": "This picture cannot be sent. Choose a JPEG or PNG picture.",
      "pictures-too-large": "The pictures may have {megabytes} MB in all. Choose fewer or smaller ones.",
    },
  },
  check: {
    heading: "Check what you wrote",
    intro: "It has not been sent yet. If all is right, press “Send”.",
    nothing: "Not given",
    pictures: "Pictures",
    consent: "I agree",
    send: "Send",
    edit: "Change it",
    sending: "Sending…",
    sendingPatience: "Sending. Please wait.",
    notSent: "It has not been sent yet.",
    network: "The connection failed. What you wrote is still here. Please press “Send” again in a while.",
  },
  receipt: {
    heading: "We have received your inquiry",
    number: "Receipt number",
    next: "What happens next",
    answer: {
      mail: [
        "We send you an e-mail to confirm this. If it does not arrive, look in your spam folder too.",
        "We answer by e-mail by {day}.",
      ],
      telephone: ["We call you by {day}.", "If you do not answer, we call again later."],
      none: ["We do not answer, but we will read it. Thank you."],
    },
    withoutDay: {
      mail: [
        "We send you an e-mail to confirm this. If it does not arrive, look in your spam folder too.",
        "We answer by e-mail.",
      ],
      telephone: ["We call you. If you do not answer, we call again later."],
      none: ["We do not answer, but we will read it. Thank you."],
    },
    keep: "You need it to look up your inquiry or when you call us. Please keep it.",
    toStatus: "Look up an inquiry",
    another: "Send another inquiry",
  },
  status: {
    heading: "Look up an inquiry",
    intro: "Enter the receipt number and the contact that you gave in the form.",
    receiptNumber: { label: "Receipt number", hint: "12 digits. Example: 4198-4829-1374" },
    contact: {
      label: "E-mail address or telephone number",
      hint: "The one that you gave with your inquiry.",
    },
    submit: "Look it up",
    result: "Result",
    received: "Received",
    due: "Answer by",
    state: "State",
    states: {
      received: { name: "Received", meaning: "Your inquiry has arrived. Somebody will read it soon." },
      "in-progress": { name: "In progress", meaning: "Somebody is working on the answer." },
      referred: { name: "Being checked", meaning: "We are asking others in order to answer you." },
      "awaiting-callback": { name: "Call planned", meaning: "We are going to call you." },
      closed: { name: "Closed", meaning: "We have answered." },
    },
    problems: {
      "number-malformed": "A receipt number has 12 digits. Please check yours once more.",
      "contact-missing": "Enter your e-mail address or telephone number.",
      "not-found":
        "Nothing was found. Please check the receipt number and the contact. Inquiries that need no answer cannot be looked up here.",
      "too-many": "There were too many attempts. Please try again in about 15 minutes.",
      fault: "We cannot look it up at the moment. Please try again in a while.",
    },
  },
  notices: {
    expired: "This page has been open for a long time. What you wrote is still here. Please go on once more.",
    fault: "It has not been sent yet. What you wrote is still here. Please wait a little and send it again.",
  },
  faults: {
    "too-large": {
      heading: "This is too large to send",
      body: [
        "It has not been sent yet. Pictures may have {megabytes} MB in all, your text {contentLimit} characters.",
        "Your browser’s Back button leads back to what you wrote.",
      ],
    },
    unreadable: {
      heading: "We could not read what was sent",
      body: [
        "It has not been sent yet. Your browser’s Back button leads back to what you wrote. Please send it again.",
      ],
    },
    bot: {
      heading: "Please press once more",
      body: [
        "It has not been sent yet. To keep robots out, we do not take what is sent too quickly. Please send it again.",
      ],
    },
    "too-many": {
      heading: "Too much was sent",
      body: [
        "It has not been sent yet. Much was sent within a short time. Please wait about five minutes and send it again.",
      ],
    },
    fault: {
      heading: "We could not take it",
      body: [
        "It has not been sent yet. The fault is ours, and we are sorry.",
        "Please wait a little and send it again. If it is urgent, please call us.",
      ],
    },
    "not-found": {
      heading: "There is no such page",
      body: ["Please start from the contact form."],
    },
  },
  again: "Send again",
  back: "To the contact form",
  telephone: {
    heading: "Call us",
    hours: "Monday to Friday, {from} to {to} (closed on public holidays and from 29 December to 3 January)",
    charge: "Calls are charged. We speak Japanese on the telephone.",
  },
};
