/** An invented document (演示) of CNIPA's newer form. */
export const newDocument = (
  part: { number?: string; publication?: string; title?: string; body?: string; date?: string } = {},
) => `
<business:PatentDocumentAndRelated xmlns:base="http://www.sipo.gov.cn/XMLSchema/base" xmlns:business="http://www.sipo.gov.cn/XMLSchema/business" xsdVersion="V2.2.1" status="C" lang="zh" country="CN" docNumber="${part.publication ?? '116000001'}" kind="A" datePublication="20230620">
  <business:BibliographicData>
    <business:PublicationReference dataFormat="standard"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>${part.publication ?? '116000001'}</base:DocNumber><base:Kind>A</base:Kind><base:Date>20230620</base:Date></base:DocumentID></business:PublicationReference>
    <business:ApplicationReference applType="10" dataFormat="standard"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>102023000000001</base:DocNumber><base:Date>20230103</base:Date></base:DocumentID></business:ApplicationReference>
    <business:ApplicationReference applType="10" dataFormat="original"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>${part.number ?? '202310000001.5'}</base:DocNumber><base:Date>${part.date ?? '20230103'}</base:Date></base:DocumentID></business:ApplicationReference>
    <business:ClassificationIPCRDetails>
      <business:ClassificationIPCR sequence="1"><base:Text>B65D    5/42    (2006.01)</base:Text></business:ClassificationIPCR>
      <business:ClassificationIPCR sequence="2"><business:Section>B</business:Section><business:MainClass>65</business:MainClass><business:Subclass>D</business:Subclass><business:MainGroup>81</business:MainGroup><business:Subgroup>24</business:Subgroup></business:ClassificationIPCR>
    </business:ClassificationIPCRDetails>
    <business:InventionTitle lang="zh">${part.title ?? '一种演示方法'}</business:InventionTitle>
    <business:InventionTitle lang="en">Demonstration method</business:InventionTitle>
    <business:Parties>
      <business:ApplicantDetails>
        <business:Applicant sequence="1"><base:AddressBook><base:Name>演示公司</base:Name><base:Address><base:AddressLine>0</base:AddressLine><base:County>东乡族自治县</base:County><base:City>临夏回族自治州</base:City><base:Province>甘肃省</base:Province><base:Text>731400 甘肃省临夏回族自治州东乡族自治县演示路1号</base:Text></base:Address></base:AddressBook><business:OrganizationCode>0000000000</business:OrganizationCode></business:Applicant>
        <business:Applicant sequence="2"><base:AddressBook><base:Name>演示大学</base:Name></base:AddressBook></business:Applicant>
      </business:ApplicantDetails>
      <business:InventorDetails><business:Inventor><base:AddressBook><base:Name>演示甲</base:Name></base:AddressBook></business:Inventor></business:InventorDetails>
      <business:AssigneeDetails><business:Assignee><base:AddressBook><base:Name>演示新公司</base:Name></base:AddressBook></business:Assignee></business:AssigneeDetails>
      <business:AgentDetails><business:CustomerNumber>62000</business:CustomerNumber><business:Agent><business:Agency><base:AddressBook><base:OrganizationName>演示代理 62000</base:OrganizationName></base:AddressBook></business:Agency><base:AddressBook><base:Name>演示丙</base:Name></base:AddressBook></business:Agent></business:AgentDetails>
      <business:ExaminerDetails><base:Name>演示丁</base:Name></business:ExaminerDetails>
    </business:Parties>
    <business:ReferencesCited><business:Citation><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>101000001</base:DocNumber><base:Kind>A</base:Kind></base:DocumentID></business:Citation></business:ReferencesCited>
    ${part.body ?? ''}
  </business:BibliographicData>
  <business:Abstract><base:Paragraphs num="0001">演示用的
摘要，含<base:Sub>2</base:Sub>个词。</base:Paragraphs><business:AbstractFigure><base:Figure><base:Image file="a.JPG"/></base:Figure></business:AbstractFigure></business:Abstract>
  <business:Description><business:InventionTitle>不是名称</business:InventionTitle><base:Paragraphs>${'说明书'.repeat(50)}</base:Paragraphs></business:Description>
  <business:Claims><business:Claim num="0001"><business:ClaimText>1.一种演示方法，</business:ClaimText><business:ClaimText>其特征在于演示。</business:ClaimText></business:Claim><business:Claim num="0002"><business:ClaimText>2.根据权利要求1所述的方法。</business:ClaimText></business:Claim></business:Claims>
</business:PatentDocumentAndRelated>`

/** An invented document (演示) of the older form. */
export const oldDocument = (number = '202310000002.X') => `
<cn-patent-document lang="ZH" country="CN"><cn-bibliographic-data>
  <cn-publication-reference><document-id><country>CN</country><doc-number>219000002</doc-number><kind>U</kind><date>20230620</date></document-id></cn-publication-reference>
  <application-reference appl-type="实用新型"><document-id><country>CN</country><doc-number>${number}</doc-number><date>20230103</date></document-id></application-reference>
  <invention-title>一种演示装置</invention-title>
  <cn-parties><cn-applicants><cn-applicant><addressbook><name>演示公司</name></addressbook></cn-applicant></cn-applicants></cn-parties>
</cn-bibliographic-data></cn-patent-document>`

/** An invented record (演示) of the legal-status feed. */
export const legalRecord = (part: { code?: string; value?: string; information?: string; on?: string; status?: string } = {}) => `
<business:PRSRecord PRSID="1" status="${part.status ?? 'A'}">
  <business:ApplicationReference applType="20" dataFormat="standard" sequence="1"><base:DocumentID><base:DocNumber>202023000000003</base:DocNumber><base:Date>20230103</base:Date></base:DocumentID></business:ApplicationReference>
  <business:ApplicationReference applType="20" dataFormat="original" sequence="1" sourceDB="national office"><base:DocumentID><base:DocNumber>202320000003.3</base:DocNumber><base:Date>20230103</base:Date></base:DocumentID></business:ApplicationReference>
  <business:IPRType>U</business:IPRType>
  <business:PRSPublicationDate><base:Date>${part.on ?? '20260320'}</base:Date></business:PRSPublicationDate>
  <business:PRSCode>${part.code ?? 'CF01'}</business:PRSCode>
  <business:PRSValue>${part.value ?? '专利权的终止'}</business:PRSValue>
  <business:PRSInformation>${part.information ?? '未缴年费专利权终止\nIPC(主分类):B65D 5/42\n专利号:ZL2023200000033'}</business:PRSInformation>
  <business:StatusIndicator>0</business:StatusIndicator>
</business:PRSRecord>`

export const prs = (...records: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<business:PRS xmlns:base="http://www.sipo.gov.cn/XMLSchema/base" xmlns:business="http://www.sipo.gov.cn/XMLSchema/business">${records.join('')}</business:PRS>`
