/** A short news item in each language, written for these tests; the key is its BCP 47 tag. */
export const articlesByLanguage: Readonly<Record<string, string>> = {
  de: `Stadtrat beschließt neue Straßenbahnlinie

Halle, 12. März – Der Stadtrat hat am Mittwoch den Bau einer neuen Straßenbahnlinie beschlossen. Die Arbeiten sollen im kommenden Jahr beginnen und rund 40 Millionen Euro kosten.

„Wir haben lange auf diesen Tag gewartet“, sagte Bürgermeisterin Anna Berger. Kritiker warnten dagegen vor steigenden Schulden und vor dem Verlust vieler Parkplätze in der Innenstadt.`,
  fr: `Le conseil municipal vote une nouvelle ligne de tramway

LYON (AFP) – Le conseil municipal a approuvé mercredi la construction d'une nouvelle ligne de tramway. Les travaux doivent commencer l'année prochaine et coûteront environ 40 millions d'euros.

« Nous attendions ce jour depuis longtemps », a déclaré la maire, Claire Martin. Ses adversaires craignent une hausse de la dette et la disparition de nombreuses places de stationnement.`,
  es: `El ayuntamiento aprueba una nueva línea de tranvía

SEVILLA, 12 mar (EFE) - El pleno del ayuntamiento aprobó el miércoles la construcción de una nueva línea de tranvía. Las obras comenzarán el próximo año y costarán unos 40 millones de euros.

«Llevamos mucho tiempo esperando este día», dijo la alcaldesa, Ana Ruiz. La oposición teme que aumente la deuda y que desaparezcan muchas plazas de aparcamiento en el centro.`,
  it: `Il consiglio comunale approva la nuova linea del tram

Il consiglio comunale di Bologna ha approvato mercoledì la costruzione di una nuova linea del tram. I lavori inizieranno il prossimo anno e costeranno circa 40 milioni di euro.

«Aspettavamo questo giorno da molto tempo», ha detto la sindaca Anna Rossi. L'opposizione teme invece un aumento del debito e la perdita di molti parcheggi nel centro della città.`,
  pt: `Câmara aprova nova linha de elétrico

A câmara municipal do Porto aprovou na quarta-feira a construção de uma nova linha de elétrico. As obras vão começar no próximo ano e custarão cerca de 40 milhões de euros.

“Há muito tempo que esperávamos por este dia”, disse a presidente da câmara, Ana Costa. A oposição receia o aumento da dívida e a perda de muitos lugares de estacionamento no centro.`,
  nl: `Gemeenteraad stemt in met nieuwe tramlijn

De gemeenteraad van Utrecht heeft woensdag ingestemd met de aanleg van een nieuwe tramlijn. De werkzaamheden beginnen volgend jaar en kosten ongeveer 40 miljoen euro.

"We hebben lang op deze dag gewacht", zei burgemeester Anna de Vries. Tegenstanders vrezen dat de schulden oplopen en dat er veel parkeerplaatsen in het centrum verdwijnen.`,
  sv: `Kommunfullmäktige säger ja till ny spårväg

Kommunfullmäktige i Lund beslutade på onsdagen att bygga en ny spårvägslinje. Arbetet ska börja nästa år och beräknas kosta omkring 400 miljoner kronor.

– Vi har väntat länge på den här dagen, säger kommunalrådet Anna Berg. Kritikerna är oroliga för att skulderna ska öka och att många parkeringsplatser försvinner.`,
  da: `Byrådet siger ja til ny letbane

Byrådet i Odense vedtog onsdag at bygge en ny letbanelinje. Arbejdet skal begynde næste år og ventes at koste omkring 300 millioner kroner.

»Vi har ventet længe på denne dag,« siger borgmester Anne Jensen. Kritikerne frygter, at gælden vokser, og at mange parkeringspladser i centrum forsvinder.`,
  fi: `Valtuusto hyväksyi uuden raitiotien

Tampereen kaupunginvaltuusto päätti keskiviikkona uuden raitiotielinjan rakentamisesta. Työt alkavat ensi vuonna, ja niiden arvioidaan maksavan noin 40 miljoonaa euroa.

”Olemme odottaneet tätä päivää pitkään”, sanoi pormestari Anna Virtanen. Vastustajat pelkäävät velan kasvavan ja monien pysäköintipaikkojen katoavan keskustasta.`,
  pl: `Rada miasta zgodziła się na nową linię tramwajową

Rada miasta w Gdańsku zgodziła się w środę na budowę nowej linii tramwajowej. Prace mają się rozpocząć w przyszłym roku i będą kosztować około 40 milionów euro.

„Długo czekaliśmy na ten dzień” – powiedziała prezydent miasta Anna Nowak. Przeciwnicy obawiają się wzrostu zadłużenia i likwidacji wielu miejsc parkingowych w centrum.`,
  cs: `Zastupitelé schválili novou tramvajovou trať

Zastupitelé města Brna ve středu schválili stavbu nové tramvajové trati. Práce mají začít příští rok a budou stát asi 40 milionů eur.

„Na tento den jsme čekali velmi dlouho,“ řekla primátorka Anna Nováková. Odpůrci se obávají růstu zadlužení a toho, že v centru zmizí mnoho parkovacích míst.`,
  hu: `Megszavazta a közgyűlés az új villamosvonalat

Szeged közgyűlése szerdán megszavazta az új villamosvonal építését. A munkálatok jövőre kezdődnek, és mintegy 40 millió euróba kerülnek.

„Régóta vártunk erre a napra” – mondta Nagy Anna polgármester. Az ellenzők attól tartanak, hogy nő az adósság, és sok parkolóhely megszűnik a belvárosban.`,
  ro: `Consiliul local a aprobat o nouă linie de tramvai

Consiliul local din Cluj a aprobat miercuri construirea unei noi linii de tramvai. Lucrările vor începe anul viitor și vor costa aproximativ 40 de milioane de euro.

„Așteptăm această zi de mult timp”, a declarat primarul Ana Popescu. Criticii se tem că datoria va crește și că multe locuri de parcare din centru vor dispărea.`,
  tr: `Belediye meclisi yeni tramvay hattını onayladı

Eskişehir belediye meclisi çarşamba günü yeni bir tramvay hattının yapımını onayladı. Çalışmalar gelecek yıl başlayacak ve yaklaşık 40 milyon avroya mal olacak.

“Bu günü uzun zamandır bekliyorduk” diyen belediye başkanı Ayşe Yılmaz, hattın 2028 yılında açılacağını söyledi. Karşı çıkanlar borcun artmasından endişe ediyor.`,
  ru: `Городской совет одобрил новую трамвайную линию

ПЕРМЬ, 12 марта — Городской совет в среду одобрил строительство новой трамвайной линии. Работы должны начаться в следующем году и обойдутся примерно в 40 миллионов евро.

«Мы долго ждали этого дня», — сказала мэр Анна Петрова. Противники проекта опасаются роста долга и исчезновения многих парковочных мест в центре.`,
  uk: `Міська рада схвалила нову трамвайну лінію

Міська рада Львова в середу схвалила будівництво нової трамвайної лінії. Роботи мають розпочатися наступного року й коштуватимуть близько 40 мільйонів євро.

«Ми довго чекали на цей день», — сказала міська голова Ганна Коваль. Противники проєкту побоюються зростання боргу та зникнення багатьох місць для паркування.`,
  bg: `Общинският съвет одобри нова трамвайна линия

Общинският съвет в Пловдив одобри в сряда изграждането на нова трамвайна линия. Работата трябва да започне догодина и ще струва около 40 милиона евро.

„Дълго чакахме този ден“, каза кметът Анна Иванова. Противниците се опасяват, че дългът ще нарасне и че много места за паркиране в центъра ще изчезнат.`,
  el: `Το δημοτικό συμβούλιο ενέκρινε νέα γραμμή τραμ

Το δημοτικό συμβούλιο του Πειραιά ενέκρινε την Τετάρτη την κατασκευή νέας γραμμής τραμ. Τα έργα θα αρχίσουν του χρόνου και θα κοστίσουν περίπου 40 εκατομμύρια ευρώ.

«Περιμέναμε πολύ καιρό αυτή την ημέρα», είπε η δήμαρχος Άννα Παπαδοπούλου. Οι επικριτές φοβούνται την αύξηση του χρέους.`,
  he: `מועצת העיר אישרה קו רכבת קלה חדש

מועצת העיר חיפה אישרה ביום רביעי את הקמתו של קו רכבת קלה חדש. העבודות יתחילו בשנה הבאה ויעלו כ-40 מיליון אירו.

"חיכינו ליום הזה זמן רב", אמרה ראשת העיר ענת כהן. המתנגדים חוששים מגידול החוב ומהיעלמותם של מקומות חניה רבים במרכז העיר.`,
  ar: `مجلس المدينة يوافق على خط ترام جديد

وافق مجلس مدينة الإسكندرية يوم الأربعاء على إنشاء خط ترام جديد. ومن المقرر أن تبدأ الأعمال في العام المقبل وأن تبلغ تكلفتها نحو 40 مليون يورو.

وقالت رئيسة المجلس ليلى حسن: «انتظرنا هذا اليوم طويلاً». ويخشى المعارضون من ارتفاع الديون واختفاء كثير من أماكن وقوف السيارات في وسط المدينة.`,
  fa: `شورای شهر خط جدید تراموا را تصویب کرد

شورای شهر شیراز روز چهارشنبه ساخت یک خط جدید تراموا را تصویب کرد. کارها قرار است سال آینده آغاز شود و حدود ۴۰ میلیون یورو هزینه خواهد داشت.

مریم احمدی، رئیس شورا، گفت: «مدت‌ها منتظر این روز بودیم.» مخالفان نگران افزایش بدهی و از بین رفتن بسیاری از جاهای پارک در مرکز شهر هستند.`,
  hi: `नगर परिषद ने नई ट्राम लाइन को मंजूरी दी

नगर परिषद ने बुधवार को शहर में एक नई ट्राम लाइन के निर्माण को मंजूरी दे दी। काम अगले साल शुरू होगा और इस पर लगभग 40 करोड़ रुपये खर्च होंगे।

महापौर अनीता शर्मा ने कहा, "हम इस दिन का लंबे समय से इंतजार कर रहे थे।" विरोधियों को डर है कि कर्ज बढ़ेगा और शहर के केंद्र में पार्किंग की जगह कम हो जाएगी।`,
  bn: `নতুন ট্রাম লাইনের অনুমোদন দিল নগর পরিষদ

নগর পরিষদ বুধবার শহরে একটি নতুন ট্রাম লাইন নির্মাণের অনুমোদন দিয়েছে। কাজ আগামী বছর শুরু হবে এবং এতে প্রায় ৪০ কোটি টাকা খরচ হবে।

মেয়র অনিতা রায় বলেন, “আমরা অনেক দিন ধরে এই দিনটির অপেক্ষায় ছিলাম।” বিরোধীরা আশঙ্কা করছেন যে ঋণ বাড়বে।`,
  ta: `புதிய டிராம் பாதைக்கு நகர சபை ஒப்புதல்

நகர சபை புதன்கிழமை புதிய டிராம் பாதை அமைக்க ஒப்புதல் அளித்தது. பணிகள் அடுத்த ஆண்டு தொடங்கும் என்றும் சுமார் 40 கோடி ரூபாய் செலவாகும் என்றும் தெரிவிக்கப்பட்டது.

"இந்த நாளுக்காக நாங்கள் நீண்ட காலமாக காத்திருந்தோம்" என்று மேயர் அனிதா கூறினார்.`,
  th: `สภาเมืองอนุมัติรถรางสายใหม่

สภาเมืองเชียงใหม่อนุมัติการก่อสร้างรถรางสายใหม่เมื่อวันพุธ งานก่อสร้างจะเริ่มในปีหน้าและจะใช้งบประมาณราว 40 ล้านบาท

“เรารอวันนี้มานานแล้ว” นายกเทศมนตรีสมศรี ใจดี กล่าว ฝ่ายคัดค้านกังวลว่าหนี้จะเพิ่มขึ้นและที่จอดรถในใจกลางเมืองจะหายไปจำนวนมาก`,
  vi: `Hội đồng thành phố phê duyệt tuyến xe điện mới

Hội đồng thành phố Đà Nẵng hôm thứ Tư đã phê duyệt việc xây dựng một tuyến xe điện mới. Công trình sẽ bắt đầu vào năm tới và tốn khoảng 40 triệu euro.

“Chúng tôi đã chờ đợi ngày này từ lâu”, bà Nguyễn Thị Lan, chủ tịch hội đồng, nói. Những người phản đối lo ngại nợ sẽ tăng lên.`,
  id: `Dewan kota menyetujui jalur trem baru

Dewan kota Bandung pada hari Rabu menyetujui pembangunan jalur trem baru. Pekerjaan akan dimulai tahun depan dan menelan biaya sekitar 40 juta euro.

"Kami sudah lama menunggu hari ini," kata wali kota Siti Rahayu. Para penentang khawatir utang akan bertambah dan banyak tempat parkir di pusat kota akan hilang.`,
  zh: `市议会批准新建有轨电车线路

市议会星期三批准新建一条有轨电车线路。工程将于明年开始，预计耗资约四千万欧元。

市长李安娜说：“我们等这一天已经等了很久。”反对者担心债务会增加，市中心的许多停车位也将消失。`,
  ja: `市議会、路面電車の新路線を承認

市議会は水曜日、路面電車の新しい路線の建設を承認した。工事は来年に始まり、費用はおよそ四十億円になる見通しだ。

「この日を長い間待っていました」と山田花子市長は述べた。反対派は借金が増え、中心部の駐車場が減ることを心配している。`,
  ko: `시의회, 새 트램 노선 승인

시의회는 수요일 새로운 트램 노선의 건설을 승인했다. 공사는 내년에 시작되며 약 400억 원이 들 것으로 예상된다.

“우리는 이날을 오랫동안 기다려 왔습니다”라고 김안나 시장은 말했다. 반대하는 사람들은 빚이 늘어날 것을 걱정하고 있다.`
}
