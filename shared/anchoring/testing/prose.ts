/** Prose of our own in several scripts for property tests: names and phrases recur on purpose, as they do in news. */

const english = `The harbour council of Port Ellin met on Monday to decide who may use the northern pier. Mayor Ada Lindqvist said that the fishermen of Port Ellin had waited long enough. “The pier belongs to the town,” she said, “and the town has waited.” The shipping company Marrow & Sons, which has used the northern pier since 1998, said nothing at the meeting.

On Tuesday the company’s director, Tomas Marrow, told reporters that the council had no right to decide. He said the lease of the northern pier ran until 2031. Mayor Ada Lindqvist said on Tuesday evening that the lease had ended in March, and that the company knew it.

Two boats were damaged on the night of 4 May. The police of Port Ellin said that they were looking for three men. The fishermen said that they had seen a van of the shipping company near the pier at about two o’clock. Tomas Marrow said that the van had been stolen on 1 May. The police said that no van had been reported stolen.

A week later the council met again. It decided that the northern pier would be shared: the fishermen would use it in the morning, the shipping company in the afternoon. Mayor Ada Lindqvist said that nobody was happy, and that this was how one could tell it was fair. The fishermen said that they would not share. The shipping company said that it would go to court.

Nobody has said who damaged the boats. The police of Port Ellin are still looking for three men.`;

const ukrainian = `Рада гавані зібралася в понеділок, щоб вирішити, кому належить північний причал. Міська голова Ада Ліндквіст сказала, що рибалки чекали досить довго. «Причал належить місту», — сказала вона, «і місто чекало». Судноплавна компанія, яка користується північним причалом від 1998 року, на засіданні мовчала.

У вівторок директор компанії Томас Марроу сказав журналістам, що рада не мала права вирішувати. За його словами, оренда північного причалу триває до 2031 року. Міська голова сказала увечері, що оренда закінчилася в березні і що компанія про це знала.

Уночі 4 травня було пошкоджено два човни. Поліція сказала, що шукає трьох чоловіків. Рибалки сказали, що бачили біля причалу фургон компанії. Томас Марроу сказав, що фургон було вкрадено 1 травня. Поліція сказала, що про крадіжку фургона ніхто не заявляв.`;

const arabic = `اجتمع مجلس الميناء يوم الاثنين ليقرر من يحق له استخدام الرصيف الشمالي. قالت رئيسة البلدية إن الصيادين انتظروا بما يكفي. وقالت إن الرصيف ملك للمدينة وإن المدينة انتظرت. أما شركة الشحن التي تستخدم الرصيف الشمالي منذ عام ١٩٩٨ فلم تقل شيئا في الاجتماع.

يوم الثلاثاء قال مدير الشركة للصحفيين إن المجلس لا يحق له أن يقرر. وقال إن عقد إيجار الرصيف الشمالي يستمر حتى عام ٢٠٣١. وقالت رئيسة البلدية مساء الثلاثاء إن العقد انتهى في آذار وإن الشركة كانت تعرف ذلك.

تضرر قاربان ليلة الرابع من أيار. قالت الشرطة إنها تبحث عن ثلاثة رجال. وقال الصيادون إنهم رأوا شاحنة الشركة قرب الرصيف. وقال المدير إن الشاحنة سُرقت في الأول من أيار.`;

const chinese = `港口委员会星期一开会，决定谁可以使用北码头。市长说，渔民已经等得够久了。“码头属于全城，”她说，“全城一直在等。”从一九九八年起使用北码头的航运公司在会上没有发言。

星期二，公司经理对记者说，委员会无权决定。他说北码头的租约到二〇三一年才结束。市长晚上说，租约三月就已经结束，公司知道这件事。

五月四日夜里，两条船受损。警方说正在寻找三名男子。渔民说他们在码头附近看见了公司的货车。经理说货车五月一日被盗。警方说没有人报告货车被盗。`;

const chat = `Ada 👩🏽‍⚖️: the pier is ours 🎉🎉 see you at the pier at 7 👋
Tomas 🚢: the lease runs until 2031 🤷🏻‍♂️ ask anyone 👨‍👩‍👧‍👦
Ada 👩🏽‍⚖️: ask the council 🇫🇮 not anyone 🙂 cafe\u0301 at 8? the cafe\u0301 by the pier 🎉
Port police 🚓: two boats 🚤🚤 damaged, call us ☎️ if you saw a van 🚐 near the pier
Tomas 🚢: the van 🚐 was stolen, the van is gone, ask the police 🚓 🤷🏻‍♂️`;

/** The samples by name. */
export const prose: Readonly<Record<string, string>> = {
  english: english.replace(/\n\n/g, '\n'),
  ukrainian,
  arabic: arabic.replace(/\n\n/g, '\n'),
  chinese,
  chat,
  mixed: [english.slice(0, 700), chinese.slice(0, 120), ukrainian.slice(0, 500), chat].join('\n'),
};
