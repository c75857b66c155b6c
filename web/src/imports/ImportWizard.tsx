/** A file of leads: sent, understood column by column, tried or taken in, and watched until it is done. */
import { Drawer, Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { ChooseFile } from "./ChooseFile";
import { EarlierImports } from "./EarlierImports";
import { ImportProgress } from "./ImportProgress";
import { MapColumns } from "./MapColumns";

export type Upload = { token: string; name: string };

export function ImportWizard({ campaignId, close }: { campaignId: string; close: () => void }) {
  const narrow = useMediaQuery("(max-width: 700px)");
  const [upload, setUpload] = useState<Upload>();
  const [importId, setImportId] = useState<string>();
  const again = () => {
    setImportId(undefined);
    setUpload(undefined);
  };
  return (
    <Drawer opened onClose={close} position="right" size={narrow ? "100%" : 640} title="Import leads">
      <Stack gap="md">
        {importId ? (
          <ImportProgress importId={importId} again={upload ? () => setImportId(undefined) : again} close={close} />
        ) : upload ? (
          <MapColumns campaignId={campaignId} upload={upload} begun={setImportId} back={again} />
        ) : (
          <>
            <ChooseFile sent={setUpload} />
            <EarlierImports campaignId={campaignId} open={setImportId} />
          </>
        )}
      </Stack>
    </Drawer>
  );
}
