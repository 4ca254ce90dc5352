import { PDFName, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';

export interface Metadata {
  readonly title: string;
  readonly producer: string;
  readonly at: Date;
  readonly pdfxVersion: string;
  /** Of what is in the file; 32 hexadecimal digits. */
  readonly id: string;
}

/**
 * Writes the XMP packet (ISO 16684-1) that PDF/X-4 asks for. It says the same as the Info dictionary, so both are written from the same
 * values; it is not compressed, so that programs which know nothing of PDF find it.
 */
export function metadataStream(context: PDFContext, metadata: Metadata): PDFRef {
  return context.register(context.stream(Buffer.from(xmp(metadata), 'utf8'), { Type: PDFName.of('Metadata'), Subtype: 'XML' }));
}

function xmp({ title, producer, at, pdfxVersion, id }: Metadata): string {
  const time = at.toISOString().replace(/\.\d+Z$/, 'Z');
  const uuid = `uuid:${[id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20, 32)].join('-')}`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>${escaped(producer)}</xmp:CreatorTool>
<xmp:CreateDate>${time}</xmp:CreateDate>
<xmp:ModifyDate>${time}</xmp:ModifyDate>
<xmp:MetadataDate>${time}</xmp:MetadataDate>
<xmpMM:DocumentID>${uuid}</xmpMM:DocumentID>
<xmpMM:InstanceID>${uuid}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>${escaped(producer)}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>${pdfxVersion}</pdfxid:GTS_PDFXVersion>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
