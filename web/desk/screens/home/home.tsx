import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ScreenProps } from "../../navigation/screen.ts";
import { useDesk } from "../../shell/desk-context.ts";

/** Where somebody begins: what their role can open. */
export default function Home({ offered }: ScreenProps) {
  const { me } = useDesk();
  return (
    <ContentLayout header={<Header variant="h1">{me.programme.deskName}</Header>}>
      <Container header={<Header variant="h2">開ける画面</Header>}>
        {offered.length > 0 ? (
          <SpaceBetween size="xs">
            {offered.map(({ path, title }) => (
              <Link key={path} href={`#/${path}`} fontSize="heading-s">
                {title}
              </Link>
            ))}
          </SpaceBetween>
        ) : (
          <Box color="text-body-secondary">
            {me.roleName}の役割で開ける画面は、いまありません。相談案件は表示されません。
          </Box>
        )}
      </Container>
    </ContentLayout>
  );
}
